# The views of Time
views-do-choose = All views
views-choose = Which view? Press its number, or choose with the arrows and Enter.
views-no-such-number = No view has that number.
