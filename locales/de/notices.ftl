### Mitteilungen: die Seite, die Glocke, Briefe und was man wählt.

push-also-commented = { $name } hat auch kommentiert
push-poll-closed = Eine Umfrage ist zu Ende
push-post-edited = { $name } hat einen Beitrag geändert, an dem du beteiligt warst
push-birthday = { $name } hat heute Geburtstag
push-scheduled-refused = Ein Beitrag von dir konnte nicht zu seiner Zeit erscheinen
push-scheduled-published = Dein geplanter Beitrag ist erschienen
push-signup-pending = Jemand möchte beitreten
push-report-received = Es gibt eine neue Meldung
push-security-login = Mit deinem Konto hat sich ein Browser angemeldet, den wir nicht kennen
push-security-changed = Dein Passwort oder deine Mailadresse wurde geändert
notices-title = Mitteilungen
notices-tabs = Welche Mitteilungen
notices-all = Alle
notices-unread = Ungelesen
notices-mentions = Erwähnungen
notices-held = Zurückgehalten
notices-held-text = Von Leuten, die du noch nicht kennst. Hier klingelt und zählt nichts.
notices-read-all = Alle als gelesen markieren
notices-mark-read = Als gelesen markieren
notices-mark-unread = Als ungelesen markieren
notices-remove = Entfernen
notices-release = Bei den anderen zeigen
notices-more = Mehr zu dieser Mitteilung
notices-new = Neu:
notices-today = Heute
notices-none-here = Hier ist nichts
notices-none-here-text = Im Moment passt keine Mitteilung zu dieser Auswahl.
notices-empty-title = Alles ruhig
notices-empty-text = Wenn jemand reagiert, antwortet oder dich erwähnt, liest du hier davon.
notices-reaction-post = { $name }: Reaktion auf deinen Beitrag { $emoji }
notices-reaction-comment = { $name }: Reaktion auf deinen Kommentar { $emoji }
notices-commented = { $name }: Kommentar zu deinem Beitrag
notices-also-commented = { $name }: Kommentar, wo du auch kommentiert hast
notices-shared = { $name }: Weitergabe deines Beitrags
notices-following = Neu folgt dir: { $name }
notices-friends = Neu unter deinen Freunden: { $name }
notices-birthdays = Geburtstag heute: { $name }
flash-notices-read = Alles als gelesen markiert.
flash-notice-removed = Entfernt.
flash-notice-released = Sie steht jetzt bei den anderen.
notices-mail-subject = { $title }
notices-mail-body = { $title }: „{ $beginning }“
notices-mail-body-bare = { $title }.
notices-mail-many-subject =
    { $count ->
        [one] Eine Neuigkeit für dich bei { $site }
       *[other] { $count } Neuigkeiten für dich bei { $site }
    }
notices-mail-many-lead = das ist bei { $site } seit dem letzten Brief geschehen.
notices-choices = Was dir mitgeteilt wird
notices-choices-text = Auf welchen Wegen, und wann Ruhe ist
notices-kind = Was geschehen ist
notices-way-here = Hier
notices-way-push = Auf deinen Geräten
notices-way-mail = Mail sofort
notices-way-digest = Zusammenfassung
notices-group-people = Menschen
notices-group-words = Beiträge und Kommentare
notices-group-changes = Was sich mit der Zeit ändert
notices-group-staff = Sich um diesen Ort kümmern
notices-group-security = Sicherheit (immer an)
notices-quiet = Ruhezeit
notices-quiet-text = Zwischen diesen Zeiten klingelt keine App und geht keine Mail sofort hinaus. Hier findest du alles wie sonst. Sicherheit ist die Ausnahme.
notices-quiet-on = Jeden Tag Ruhe halten
notices-quiet-from = Von
notices-quiet-to = Bis
notices-no-time = Gib eine Uhrzeit an, zum Beispiel 22:00.
notices-quiet-empty = Wähle ein Ende, das nicht der Anfang ist.
notices-unknown = Leute, die du nicht kennst
notices-unknown-text = Freunde und Leute, denen du folgst, kommen immer durch.
notices-strangers = Leute, die weder mit dir befreundet sind noch denen du folgst
notices-newcomers = Davon alle, die in den letzten 30 Tagen beigetreten sind
notices-allow = Wie alle anderen zeigen
notices-hold = Zurückhalten
notices-drop = Weglassen
notices-kind-friend-request = Eine Freundschaftsanfrage
notices-kind-friend-accepted = Deine Anfrage ist angenommen
notices-kind-new-follower = Jemand folgt dir
notices-kind-joined = Jemand tritt mit deiner Einladung bei
notices-kind-birthday = Geburtstage unter Freunden
notices-kind-comment = Ein Kommentar zu deinem Beitrag
notices-kind-reply = Eine Antwort auf deinen Kommentar
notices-kind-also-commented = Ein Kommentar, wo du kommentiert hast
notices-kind-mention = Du wirst erwähnt
notices-kind-wall-post = Ein Beitrag auf deinem Profil
notices-kind-reaction = Eine Reaktion
notices-kind-share = Dein Beitrag wird geteilt
notices-kind-quote = Dein Beitrag wird mit Worten geteilt
notices-kind-see-first = Ein Beitrag von jemandem, den du zuerst siehst
notices-kind-poll-closed = Eine Umfrage endet
notices-kind-post-edited = Ein Beitrag, an dem du beteiligt warst, ändert sich
notices-kind-scheduled-published = Dein geplanter Beitrag erscheint
notices-kind-scheduled-refused = Dein geplanter Beitrag konnte nicht erscheinen
notices-kind-signup = Jemand möchte beitreten
notices-kind-report = Eine neue Meldung
notices-kind-security-login = Ein unbekannter Browser meldet sich an
notices-kind-security-changed = Passwort oder Mailadresse ändert sich
notices-others =
    { $count ->
        [one] { $count } weitere Person
       *[other] { $count } weitere
    }
frame-notices-unread =
    { $count ->
        [0] Mitteilungen
        [one] Mitteilungen, { $count } ungelesen
       *[other] Mitteilungen, { $count } ungelesen
    }
notices-group-messages = Nachrichten
notices-kind-message = Eine Nachricht
notices-kind-message-request = Jemand Neues schreibt dir
notices-kind-message-reaction = Eine Reaktion auf deine Nachricht
notices-kind-chat-added = Du wirst in einen Chat aufgenommen
push-saved-reminder = Du wolltest hieran erinnert werden
push-album-invite = { $name } bittet dich um Fotos für ein Album
push-tag-photo = { $name } hat dich auf einem Foto markiert
push-tag-review = { $name } möchte dich auf einem Foto markieren
push-memory = Es gibt Erinnerungen an diesen Tag
notices-kind-saved-reminder = Eine Erinnerung, die du gesetzt hast
notices-kind-album-invite = Jemand bittet dich um Fotos für ein Album
notices-kind-tag-photo = Du wirst auf einem Foto markiert
notices-kind-tag-review = Eine Markierung wartet auf dein Wort
notices-kind-memory = Etwas von dir an diesem Tag
