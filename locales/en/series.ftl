# Series
series-cli = Reads series of months or days by named rules
