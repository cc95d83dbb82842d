# Judgement of the team
judge-care-better = better
judge-care-same = the same
judge-care-worse = worse
judge-care-unclear = not clear yet
judge-next-continue = go on
judge-next-change = do it another way
judge-next-stop = stop
judge-nothing = There is no survey after the improvement yet, so there is nothing to judge.
judge-cli = Writes down what the team judges
