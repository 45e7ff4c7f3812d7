### Nachrichten an die Betreiber.

contact-name = Dein Name
contact-email = Deine Mailadresse
contact-email-hint = Damit dir jemand antworten kann.
contact-email-member = Mailadresse für die Antwort
contact-email-member-hint = Freiwillig.
contact-subject = Betreff
contact-body = Nachricht
flash-contact-sent = Danke, deine Nachricht ist angekommen.
contact-sent-already = Diese Nachricht wurde schon gesendet. Lade die Seite neu, um eine weitere zu schreiben.
contact-mail-subject = Nachricht an { $site }: { $subject }
contact-mail = { $from } schreibt über das Kontaktformular: { $text }
