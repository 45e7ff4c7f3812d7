### Lines about a conversation among its messages, who is here, and what one is told of.

messages-event-added = { $name } added { $other }
messages-event-joined = { $name } joined the group
messages-event-left = { $name } left the group
messages-event-removed = { $name } removed { $other }
messages-event-renamed = { $name } changed the name to “{ $title }”
messages-event-unnamed = { $name } removed the name of the group
messages-event-pictured = { $name } set a new picture
messages-event-unpictured = { $name } removed the picture
messages-here-now = Active now
messages-presence-link = Who sees that you are active now
messages-hears = Tell me of
messages-hears-all = Every message
messages-hears-named = Only messages that name me
flash-chat-hears = Saved what you are told of here.
flash-message-restored = The message is back.
