### Polls in conversations.

messages-poll-hint = Deine Nachricht ist die Frage. Alle in der Unterhaltung können abstimmen, auch du.
messages-poll-hidden = das Ergebnis erscheint, sobald du abgestimmt hast
messages-poll-hide = Das Ergebnis nur denen zeigen, die abgestimmt haben
