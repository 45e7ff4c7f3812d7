### Posts that wait for their time.

scheduled-too-soon = A scheduled post needs at least 5 minutes.
scheduled-too-late = This is too far away. Choose an earlier time.
scheduled-too-many = { $limit } of your posts wait already. Take one back first.
scheduled-title = Posts that wait
scheduled-empty-title = Nothing waits
scheduled-empty-text = What you write in an app for a later time stands here until then.
scheduled-due = Will be published on { $when }
scheduled-refused = Could not be published on { $when }
scheduled-refused-gone = What it passes on, or where it was to stand, is not there for you any more.
scheduled-photos =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
scheduled-notice =
    { $count ->
        [one] One of your posts could not be published at its time.
       *[other] { $count } of your posts could not be published at their time.
    }
scheduled-see = See why
scheduled-retry = Try again
scheduled-cancel = Take back
flash-scheduled-retried = It will be tried once more in a few minutes.
flash-scheduled-cancelled = The post is taken back.
