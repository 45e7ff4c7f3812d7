### Unterhaltungen: was sich nicht senden lässt, und warum.

messages-text-missing = Schreib zuerst etwas.
messages-text-too-long = Das ist { $over } Zeichen zu lang. Eine Nachricht darf bis zu { $limit } haben.
messages-too-many-photos =
    { $limit ->
        [one] Eine Nachricht kann { $limit } Foto haben.
       *[other] Eine Nachricht kann bis zu { $limit } Fotos haben.
    }
messages-closed = Du kannst dieser Person nicht schreiben.
messages-nobody-there = Hier ist niemand mehr, der es lesen könnte.
messages-accept-first = Nimm zuerst die Einladung an, dann kannst du hier schreiben.
messages-wait-for-answer =
    { $limit ->
        [one] Bis zu einer Antwort kannst du { $limit } Nachricht senden.
       *[other] Bis zu einer Antwort kannst du { $limit } Nachrichten senden.
    }
messages-too-many-strangers =
    { $limit ->
        [one] Du kannst am Tag { $limit } neuen Person schreiben. Mach bitte morgen weiter.
       *[other] Du kannst am Tag { $limit } neuen Personen schreiben. Mach bitte morgen weiter.
    }
messages-too-late-to-edit = Eine Nachricht lässt sich nach dem Senden einen Tag lang ändern.
messages-too-late-to-delete = Eine Nachricht lässt sich nach dem Senden einen Tag lang für alle löschen. Für dich selbst kannst du sie weiterhin entfernen.
messages-group-needs-people = Wähle jemanden für den Chat aus.
messages-too-many-people =
    { $limit ->
        [one] In einem Gruppenchat kann { $limit } Person sein.
       *[other] In einem Gruppenchat können bis zu { $limit } Personen sein.
    }
messages-cannot-be-added = Eine der ausgewählten Personen kann nicht in diesen Chat geholt werden.
messages-only-groups = Einen Chat zu zweit kann man nicht verlassen. Du kannst ihn archivieren oder stummschalten.
