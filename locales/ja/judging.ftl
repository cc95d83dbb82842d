# チームの判断
judge-care-better = 良くなった
judge-care-same = 変わらない
judge-care-worse = 悪くなった
judge-care-unclear = まだわからない
judge-next-continue = 続ける
judge-next-change = やり方を変える
judge-next-stop = やめる
judge-nothing = 取組後の調査がまだないので、判断するものはありません。
judge-cli = チームの判断を書きます
