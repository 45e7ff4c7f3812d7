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
