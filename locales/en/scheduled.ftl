### Posts that wait for their time.

scheduled-too-soon = A scheduled post needs at least 5 minutes.
scheduled-too-late = This is too far away. Choose an earlier time.
scheduled-too-many = { $limit } of your posts wait already. Take one back first.
scheduled-title = Posts that wait
scheduled-empty-title = Nothing waits
scheduled-empty-text = What you write for a later time stands here until then.
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
scheduled-later = Publish later
scheduled-when = Day and time
scheduled-when-hint = In your time zone, { $zone }. Leave it empty to publish now.
scheduled-no-time = This is no day and time.
scheduled-now = Publish now
flash-scheduled = The post waits for its time.
drafts-title = Drafts
drafts-tabs = Posts that are not out yet
drafts-empty-title = No drafts
drafts-empty-text = What you begin to write and keep waits for you here. Nobody else sees it.
drafts-kept-at = Kept on { $when }
drafts-go-on = Go on writing
drafts-discard = Discard
drafts-discard-text = What you wrote here is then gone.
drafts-kept = Kept as a draft
drafts-keep = Keep as draft
drafts-too-many = You have { $limit } drafts already. Discard one first.
drafts-and-planned = Drafts and planned posts
drafts-and-planned-text = What you began to write, and what waits for its time
flash-draft-kept = Kept as a draft.
flash-draft-discarded = The draft is gone.
