### Polls on posts.

polls-poll = Poll
polls-vote = Vote
polls-your-choice = your choice
polls-share = { $percent }%
polls-voters =
    { $count ->
        [one] { $count } person voted
       *[other] { $count } people voted
    }
polls-until = until { $date }
polls-over = over
polls-hidden = the result shows at the end
polls-choose = Choose an answer.
polls-choose-one = Only one answer can be chosen here.
polls-no-such-choice = The chosen vote option does not exist.
polls-voted-already = You have already voted on this poll.
polls-own = You cannot vote in your own poll.
polls-ended = This poll is over.
polls-too-few = A poll needs at least { $least } answers, and none may be empty.
polls-too-many = A poll can have up to { $limit } answers.
polls-option-too-long = An answer can have up to { $limit } characters.
polls-options-alike = Two answers are the same.
polls-lasts = A poll lasts from 5 minutes to 30 days.
polls-add = Add a poll
polls-answer = Answer { $number }
polls-days = How long
polls-for-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
polls-several = Several answers can be chosen
flash-voted = Your vote is counted.
polls-hide = Show the result to everyone only at the end
polls-more-answers = More answers
polls-until-time = Or until a certain time
polls-until-hint = With a time here, the length above does not count. A poll lasts up to 30 days.
polls-change = Change my vote
flash-unvoted = Your vote is taken back. You can choose again.
