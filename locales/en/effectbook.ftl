# Sheets of effects and series
