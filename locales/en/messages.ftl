### Conversations: what cannot be sent, and why.

messages-text-missing = Write something first.
messages-text-too-long = This is { $over } characters too long. A message may have up to { $limit }.
messages-too-many-photos =
    { $limit ->
        [one] A message can have { $limit } photo.
       *[other] A message can have up to { $limit } photos.
    }
messages-closed = You cannot write to this person.
messages-nobody-there = There is nobody here any more who could read it.
messages-accept-first = Say yes to the invitation first, then you can write here.
messages-wait-for-answer =
    { $limit ->
        [one] You can send { $limit } message until they answer.
       *[other] You can send { $limit } messages until they answer.
    }
messages-too-many-strangers =
    { $limit ->
        [one] You can write to { $limit } new person a day. Please go on tomorrow.
       *[other] You can write to { $limit } new people a day. Please go on tomorrow.
    }
messages-too-late-to-edit = A message can be changed for one day after it was sent.
messages-too-late-to-delete = A message can be deleted for everyone for one day after it was sent. You can still remove it for yourself.
messages-group-needs-people = Choose somebody to chat with.
messages-too-many-people =
    { $limit ->
        [one] A group chat can have { $limit } person.
       *[other] A group chat can have up to { $limit } people.
    }
messages-cannot-be-added = Somebody whom you chose cannot be added to this chat.
messages-only-groups = A chat of two cannot be left. You can archive or mute it.

### The pages of messages.

messages-title = Messages
messages-message = Message
messages-new = New message
messages-to = Message to { $name }
messages-folders = Folders of messages
messages-inbox = Inbox
messages-requests = Requests
messages-archived = Archived
messages-empty-title = No conversations yet
messages-empty-text = Write to a friend, or start a group: press “New message”. On every profile there is a button for it, too.
messages-no-requests-title = No requests
messages-no-requests-text = When people who are not your friends write to you, their messages wait here until you say yes or no.
messages-none-archived-title = Nothing is archived
messages-none-archived-text = Conversations that you put away stand here. A new message brings them back, unless they are muted.
messages-nothing-yet = Nothing has been written yet.
messages-asks-you-in = { $name } invites you to this group
messages-line-own = You: { $words }
messages-line-by = { $name }: { $words }
messages-photos =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
messages-photos-held =
    { $count ->
        [one] { $count } photo. You see it once you have accepted.
       *[other] { $count } photos. You see them once you have accepted.
    }
messages-deleted = This message was deleted.
messages-more-people =
    { $count ->
        [one] { $count } other
       *[other] { $count } others
    }
messages-alone = Only you
messages-seen = Seen
messages-seen-by = Seen by { $names }
messages-today = Today
messages-yesterday = Yesterday
messages-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
messages-unread =
    { $count ->
        [one] { $count } unread message
       *[other] { $count } unread messages
    }
messages-muted = muted
messages-conversation = Conversation
messages-choose = Choose a conversation, or start a new one.
messages-who-reads = Who can read this?
messages-who-reads-people = The people in the conversation. Whoever joins a group later sees what is written from then on.
messages-who-reads-staff = The people who look after this community do not see it in Kith. If somebody in the conversation reports a message, they get that message and up to five before and after it, and nothing else.
messages-who-reads-operator = Messages are not end-to-end encrypted. Whoever runs the server could, technically, read them in the database. For secrets, use an app that encrypts from device to device.
messages-new-line = New
messages-menu = What can be done with this message
messages-delete-for-all = Delete for everyone
messages-hide = Delete for me
messages-hide-text = The others still see it. It does not come back.
messages-report = Report
messages-text = Your message
messages-write = Write a message…
messages-back = Back to all messages
messages-search = Search in this conversation
messages-about = About this conversation
messages-mark-unread = Mark as unread
messages-unmute = Unmute
messages-archive = Archive
messages-unarchive = Take back from the archive
messages-clear = Delete all for me
messages-leave = Leave the group
messages-request = Request
messages-request-person = { $name } would like to write to you.
messages-request-group = { $name } invites you to this group.
messages-request-somebody = You are invited to this conversation.
messages-request-hint = Nobody learns whether you have looked at it before you accept.
messages-accept = Accept
messages-found = Found for “{ $words }”
messages-none-found = Nothing was found.
messages-none-found-yet = Nothing so far. Look further back?
messages-older = Older messages
messages-newer = Newer messages
messages-newest = To the newest
messages-typing = { $name } is writing…
messages-will-be-request = Your message will wait among the requests of { $name } until it is accepted.
messages-no-friends = Here you choose friends to write to. Find some first, or write to somebody from their profile.
messages-new-people = Who is it for?
messages-new-people-hint = One person: a conversation of two. Several: a group.
messages-group-name = Name of the group
messages-back-to-chat = Back to the conversation
messages-inside = Who is in it
messages-looks-after = looks after this group
messages-is-asked = invited, has not answered yet
messages-remove-text = They see nothing more that is written here.
messages-add-people = Add people
messages-add-people-hint = They see what is written from then on. Some are asked first, as they have chosen.
messages-picture = Picture of the group
messages-picture-drop = Remove the picture
messages-leave-title = Leave this group?
messages-leave-text = You see nothing more of it. Somebody in it has to add you again.
messages-clear-title = Delete this conversation for you?
messages-clear-text = All messages so far go out of your sight. The others keep them.
messages-edit = Edit message
messages-edit-hint = The others see that it was edited.
messages-delete-title = Delete this message for everyone?
messages-delete-text = An empty place stays in the conversation. For a few seconds you can undo it.
messages-report-title = Report this message
messages-report-text =
    { $count ->
        [one] The moderators get a copy of this message and of { $count } before and after it. Nothing else of the conversation is opened to them. Whoever wrote it does not learn who reported it.
       *[other] The moderators get a copy of this message and of up to { $count } before and after it. Nothing else of the conversation is opened to them. Whoever wrote it does not learn who reported it.
    }
messages-report-reason = What is wrong with it?
messages-report-spam = Unwanted advertising or a scam
messages-report-legal = It is against the law
messages-report-violation = It breaks the rules of this community
messages-report-other = Something else
messages-report-comment = What should the moderators know?
messages-report-send = Send report
flash-chat-made = The group is there.
flash-chat-asked = Done. Some were asked first and join once they say yes.
flash-chat-accepted = Accepted. You can write now.
flash-chat-declined = The request is gone. Nobody is told.
flash-chat-unread = Marked as unread.
flash-chat-muted = This conversation is muted.
flash-chat-unmuted = This conversation makes itself heard again.
flash-chat-archived = Archived.
flash-chat-unarchived = Back in your inbox.
flash-chat-cleared = Deleted for you.
flash-chat-left = You have left the group.
flash-chat-people-added = They are in the group now.
flash-chat-person-removed = Removed from the group.
flash-chat-renamed = The name is saved.
flash-chat-picture-set = The picture is saved.
flash-chat-picture-removed = The picture is gone.
flash-message-deleted = Deleted for everyone.
flash-message-hidden = Deleted for you.
flash-message-reported = Thank you. The moderators will look at it.
frame-messages = Messages
frame-messages-unread =
    { $count ->
        [0] Messages
        [one] Messages, { $count } unread conversation
       *[other] Messages, { $count } unread conversations
    }
privacy-messages = Who may send me a first message
privacy-added-to-chats = Friends may add me to group chats
privacy-added-to-chats-hint = Otherwise you are asked each time.
privacy-read-marks = Show how far I have read
privacy-read-marks-hint = And that I am writing. Without it you do not see it of others either.
privacy-presence = Friends see when I am here
privacy-presence-hint = Only friends who show it too. Without it you do not see it of them either.
