# Answers to the questionnaire
answer-head-round = Round
answer-head-staff = Staff code (may stay empty)
answer-head-unit = Unit or floor
answer-head-role = Role
answer-head-date = Date
answer-head-position = Position
