### Polls in conversations.

messages-poll-hint = رسالتك هي السؤال. يمكن لكل من في المحادثة التصويت، ولك أيضًا.
messages-poll-hidden = تظهر النتيجة بعد أن تصوّت
messages-poll-hide = إظهار النتيجة لمن صوّتوا فقط
