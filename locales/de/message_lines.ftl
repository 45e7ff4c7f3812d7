### Zeilen über eine Unterhaltung zwischen ihren Nachrichten, wer da ist und was man erfährt.

messages-event-added = { $name } hat { $other } hinzugefügt
messages-event-joined = { $name } ist jetzt in der Gruppe
messages-event-left = { $name } hat die Gruppe verlassen
messages-event-removed = { $name } hat { $other } entfernt
messages-event-renamed = { $name } hat den Namen in „{ $title }“ geändert
messages-event-unnamed = { $name } hat den Namen der Gruppe entfernt
messages-event-pictured = { $name } hat ein neues Bild gewählt
messages-event-unpictured = { $name } hat das Bild entfernt
messages-here-now = Gerade aktiv
messages-presence-link = Wer sieht, dass du gerade aktiv bist
messages-hears = Sag mir Bescheid bei
messages-hears-all = Jeder Nachricht
messages-hears-named = Nur Nachrichten, die mich nennen
flash-chat-hears = Gespeichert, worüber du hier Bescheid bekommst.
flash-message-restored = Die Nachricht ist wieder da.
