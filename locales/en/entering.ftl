# Entering figures
values-cli = Enters, lists and writes out figures
