### Memories and birthdays.

memories-title = Memories
memories-of-day = What was on { $day } in earlier years. Only you see this page.
memories-years-ago =
    { $years ->
        [one] { $years } year ago
       *[other] { $years } years ago
    }
memories-empty-title = No memories of this day
memories-empty-text = What you wrote on this day in earlier years, and photos of you, would be here.
memories-off-title = Memories are off
memories-off-text = Nothing of earlier years is shown to you.
memories-switch-on = Switch on
memories-switch-off = Switch memories off
memories-left-out = What is left out
memories-left-out-text = Not every day and not everybody has to come back. Nobody learns of it.
memories-hide-day = Leave this day out
memories-hide-person = Leave out posts that have to do with (handle)
memories-leave-out = Leave out
memories-show-again = Show again
memories-show-again-what = Show again: { $what }
memories-no-day = There is no such day.
memories-nobody = Nobody here has this handle.
memories-enough-people = You can leave out up to { $limit } people.
flash-memories-on = Memories are on.
flash-memories-off = Memories are off.
flash-memories-saved = Your choice is saved.
birthdays-title = Birthdays
birthdays-turns = { $day }, turns { $age }
birthdays-in-days =
    { $days ->
        [0] Today
        [1] Tomorrow
       *[other] In { $days } days
    }
birthdays-empty-title = No birthdays to tell of
birthdays-empty-text = Birthdays of friends who let you know them stand here.
birthdays-greet = Send good wishes
