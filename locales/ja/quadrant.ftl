# 効率と質の図
quadrant-none = 業務効率と介護の質の両方に結果がそろうと、ここに図が出ます。
chart-effects = 前後の差
chart-paths = 一人ひとりの変化
chart-quadrant = 業務効率と介護の質
chart-waves = 調査ごとの歩み
chart-run = 推移
