### The digest: a letter of what somebody missed.

digest-subject-daily = What you missed at { $site } yesterday
digest-subject-weekly = What you missed at { $site } this week
digest-lead = here is what happened at { $site } while you were away.
digest-notices = For you
digest-requests =
    { $count ->
        [one] { $count } friend request is waiting for your answer
       *[other] { $count } friend requests are waiting for your answer
    }
digest-with-others =
    { $count ->
        [one] { $title }, and { $count } more person
       *[other] { $title }, and { $count } more people
    }
digest-more = There is more; you find it among your notifications.
digest-scheduled-refused = A post that you had planned could not be published
digest-posts = From your friends
digest-post = { $name }, { $when }
digest-photos =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
