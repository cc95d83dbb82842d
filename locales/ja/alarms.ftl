stage-prepare = 準備
stage-see = 見える化
stage-plan = 計画
stage-act = 取組
stage-look-back = 振り返り
stage-replan = 練り直し
alarm-unjudged = { $wave }の判断が{ $count }件未記入です（調査が終わって{ $days }日）。
alarm-unjudged-undated = { $wave }の判断が{ $count }件未記入です。
alarm-asleep = { $days }日間、経過の記入がありません：打ち手{ $number }「{ $text }」
alarm-steps = 手順の期限を過ぎています（{ $date }{ $others ->
        [0] {""}
       *[other] 、ほか{ $others }件
    }）：打ち手{ $number }「{ $text }」
alarm-checks = 確認日を過ぎています（{ $date }{ $others ->
        [0] {""}
       *[other] 、ほか{ $others }件
    }）：打ち手{ $number }「{ $text }」
alarm-past-end = 終わる予定の日を過ぎています（{ $date }）：打ち手{ $number }「{ $text }」
alarm-committee = 委員会を3か月以上開いていません（最後は{ $date }）。
alarm-chosen = 選んだ課題が{ $count }つあります。一度に取り組むのは{ $most }つまでをお勧めします。
alarm-others = ほかに{ $count }件あります。
alarm-stage = 今は{ $step }「{ $name }」です（6つの段階）。
alarm-none = 気をつけることはありません。
next-import = 次にすること: Enterで、取組前の調査票を取り込みます。困りごとを集める所から始めるなら「2 課題」を開きます。
next-collect = 次にすること: 「2 課題」の因果関係図と課題の選定で、取り組む課題をしぼります。時間も測るなら、Enterで取組前の調査票を取り込みます。
next-choose = 次にすること: Enterで「2 課題」を開き、課題を3つまでにしぼります。取り組んで約3か月後にもう一度測り、iで取り込みます。
next-measure = 次にすること: Enterで改善計画を開き、選んだ課題の打ち手を決めます。
next-follow = 次にすること: Enterで改善計画を開き、進み具合を書きます。約3か月後にもう一度測り、iで取り込みます。
next-again = 次にすること: 打ち手が終わりました。もう一度測り、Enterで取り込みます。
next-judge = 次にすること: 介護が良くなったかを話し合い、Enterで「判断」に書きます。
next-effect = 次にすること: 判断はそろいました。続けることとやめることを委員会で話し合います。Enterで効果を見ます。
next-answers = 次にすること: Enterでアンケートの前と後を見て、チームで話し合います。
next-replan = 次にすること: 続けることとやめることを委員会で話し合い、Enterで次の課題を選びます。
cli-issues-alarms = 今の段階と、忘れてはいけないことを表示します
demo-challenges-seen = 課題: アンケートの回答は取組前{ $before }人・取組後{ $after }人、気づき{ $notices }件、因果関係図{ $boxes }項目。
demo-challenges-chosen = 課題{ $challenges }つのうち{ $chosen }つを選定: { $names }。
demo-challenges-between = {" / "}
demo-challenges-done = 打ち手{ $measures }件（完了{ $done }、取組中{ $underway }、止まっている{ $stuck }）、委員会の記録{ $meetings }回。続きは yutori issues。
demo-effects-chosen = 効果: 指標{ $chosen }つを選定（うち許容幅あり{ $margins }つ）、測定値{ $figures }件。
demo-effects-judged = 取組後の判断は、打ち手{ $measures }件のうち{ $judgements }件が記入済み。続きは yutori judge。
