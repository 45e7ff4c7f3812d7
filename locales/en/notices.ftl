### Notices: the page, the bell, letters, and the choices.

push-also-commented = { $name } commented too
push-poll-closed = A poll has ended
push-post-edited = { $name } changed a post you had to do with
push-birthday = { $name } has a birthday today
push-scheduled-refused = A post of yours could not be published at its time
push-scheduled-published = Your scheduled post is out
push-signup-pending = Someone would like to join
push-report-received = There is a new report
push-security-login = Your account was used to sign in with a browser we do not know
push-security-changed = Your password or mail address was changed
notices-title = Notices
notices-tabs = Which notices
notices-all = All
notices-unread = Unread
notices-mentions = Mentions
notices-held = Held back
notices-held-text = From people you do not know yet. Nothing here rings or counts.
notices-read-all = Mark all as read
notices-mark-read = Mark as read
notices-mark-unread = Mark as unread
notices-remove = Remove
notices-release = Show among the others
notices-more = More about this notice
notices-new = New:
notices-today = Today
notices-none-here = Nothing here
notices-none-here-text = No notice fits this choice at the moment.
notices-empty-title = All quiet
notices-empty-text = When people react, answer or mention you, you will read of it here.
notices-reaction-post = { $name } reacted to your post { $emoji }
notices-reaction-comment = { $name } reacted to your comment { $emoji }
notices-commented = { $name } commented on your post
notices-also-commented = { $name } commented where you did
notices-shared = { $name } shared your post
notices-following = New followers: { $name }
notices-friends = New among your friends: { $name }
notices-birthdays = Birthday today: { $name }
flash-notices-read = All marked as read.
flash-notice-removed = Removed.
flash-notice-released = It is among the others now.
notices-mail-subject = { $title }
notices-mail-body = { $title }: “{ $beginning }”
notices-mail-body-bare = { $title }.
notices-mail-many-subject =
    { $count ->
        [one] One new thing for you at { $site }
       *[other] { $count } new things for you at { $site }
    }
notices-mail-many-lead = here is what happened at { $site } since the last letter.
notices-choices = What you are told of
notices-choices-text = By which ways, and when it is quiet
notices-kind = What happened
notices-way-here = Here
notices-way-push = On your devices
notices-way-mail = Mail at once
notices-way-digest = Summary
notices-group-people = People
notices-group-words = Posts and comments
notices-group-changes = What changes with time
notices-group-staff = Looking after this place
notices-group-security = Security (always on)
notices-quiet = Quiet hours
notices-quiet-text = Between these times no app rings and no mail goes out at once. Here you find everything as usual. Security is the exception.
notices-quiet-on = Keep it quiet every day
notices-quiet-from = From
notices-quiet-to = To
notices-no-time = Give a time of day, such as 22:00.
notices-quiet-empty = Choose an end that is not the beginning.
notices-unknown = People you do not know
notices-unknown-text = Friends and people you follow always come through.
notices-strangers = People who are neither friends nor followed
notices-newcomers = Those of them who joined in the last 30 days
notices-allow = Show like any other
notices-hold = Hold back
notices-drop = Leave out
notices-kind-friend-request = A friend request
notices-kind-friend-accepted = Your request is accepted
notices-kind-new-follower = Someone follows you
notices-kind-joined = Someone joins with your invitation
notices-kind-birthday = A friend’s birthday
notices-kind-comment = A comment on your post
notices-kind-reply = An answer to your comment
notices-kind-also-commented = A comment where you commented
notices-kind-mention = You are mentioned
notices-kind-wall-post = A post on your profile
notices-kind-reaction = A reaction
notices-kind-share = Your post is shared
notices-kind-quote = Your post is shared with words
notices-kind-see-first = A post of someone you see first
notices-kind-poll-closed = A poll ends
notices-kind-post-edited = A post you took part in changes
notices-kind-scheduled-published = Your scheduled post is out
notices-kind-scheduled-refused = Your scheduled post could not be published
notices-kind-signup = Someone asks to join
notices-kind-report = A new report
notices-kind-security-login = A browser that is not known signs in
notices-kind-security-changed = Password or mail address changes
notices-others =
    { $count ->
        [one] { $count } other
       *[other] { $count } others
    }
frame-notices-unread =
    { $count ->
        [0] Notices
        [one] Notices, { $count } is unread
       *[other] Notices, { $count } are unread
    }
notices-group-messages = Messages
notices-kind-message = A message
notices-kind-message-request = Someone new writes to you
notices-kind-message-reaction = A reaction to your message
notices-kind-chat-added = You are added to a chat
push-saved-reminder = You wanted to be reminded of this
push-album-invite = { $name } asks you to add photos to an album
push-tag-photo = { $name } tagged you in a photo
push-tag-review = { $name } would like to tag you in a photo
push-memory = You have memories of this day
notices-kind-saved-reminder = A reminder you set
notices-kind-album-invite = Someone asks you to add photos to an album
notices-kind-tag-photo = You are tagged in a photo
notices-kind-tag-review = A tag waits for your word
notices-kind-memory = Something of yours on this day
