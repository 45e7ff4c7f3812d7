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

### Die Seiten der Nachrichten.

messages-title = Nachrichten
messages-message = Nachricht
messages-new = Neue Nachricht
messages-to = Nachricht an { $name }
messages-folders = Ordner der Nachrichten
messages-inbox = Eingang
messages-requests = Anfragen
messages-archived = Archiv
messages-empty-title = Noch keine Unterhaltungen
messages-empty-text = Schreib Freunden oder beginne eine Gruppe: über „Neue Nachricht“. Auch auf jedem Profil gibt es eine Schaltfläche dafür.
messages-no-requests-title = Keine Anfragen
messages-no-requests-text = Wenn dir Menschen schreiben, mit denen du nicht befreundet bist, warten ihre Nachrichten hier, bis du Ja oder Nein sagst.
messages-none-archived-title = Nichts archiviert
messages-none-archived-text = Hier stehen Unterhaltungen, die du weggelegt hast. Eine neue Nachricht holt sie zurück, wenn sie nicht stummgeschaltet sind.
messages-nothing-yet = Hier steht noch nichts.
messages-asks-you-in = { $name } lädt dich in diese Gruppe ein
messages-line-own = Du: { $words }
messages-line-by = { $name }: { $words }
messages-photos =
    { $count ->
        [one] { $count } Foto
       *[other] { $count } Fotos
    }
messages-photos-held =
    { $count ->
        [one] { $count } Foto. Du siehst es, sobald du angenommen hast.
       *[other] { $count } Fotos. Du siehst sie, sobald du angenommen hast.
    }
messages-deleted = Diese Nachricht wurde gelöscht.
messages-more-people =
    { $count ->
        [one] { $count } weitere Person
       *[other] { $count } weitere
    }
messages-alone = Nur du
messages-seen = Gesehen
messages-seen-by = Gesehen von { $names }
messages-today = Heute
messages-yesterday = Gestern
messages-people =
    { $count ->
        [one] { $count } Person
       *[other] { $count } Personen
    }
messages-unread =
    { $count ->
        [one] { $count } ungelesene Nachricht
       *[other] { $count } ungelesene Nachrichten
    }
messages-muted = stummgeschaltet
messages-conversation = Unterhaltung
messages-choose = Wähle eine Unterhaltung oder beginne eine neue.
messages-who-reads = Wer kann das lesen?
messages-who-reads-people = Die Menschen in der Unterhaltung. Wer später in eine Gruppe kommt, sieht, was ab dann geschrieben wird.
messages-who-reads-staff = Die Menschen, die sich um diese Gemeinschaft kümmern, sehen es in Kith nicht. Meldet jemand aus der Unterhaltung eine Nachricht, bekommen sie diese und bis zu fünf davor und danach, sonst nichts.
messages-who-reads-operator = Nachrichten sind nicht Ende-zu-Ende-verschlüsselt. Wer den Server betreibt, könnte sie technisch in der Datenbank lesen. Für Geheimnisse nimm eine App, die von Gerät zu Gerät verschlüsselt.
messages-new-line = Neu
messages-menu = Was du mit dieser Nachricht tun kannst
messages-delete-for-all = Für alle löschen
messages-hide = Für mich löschen
messages-hide-text = Die anderen sehen sie weiterhin. Sie kommt nicht zurück.
messages-report = Melden
messages-text = Deine Nachricht
messages-write = Schreib eine Nachricht…
messages-back = Zurück zu allen Nachrichten
messages-search = In dieser Unterhaltung suchen
messages-about = Über diese Unterhaltung
messages-mark-unread = Als ungelesen markieren
messages-unmute = Stummschaltung aufheben
messages-archive = Archivieren
messages-unarchive = Aus dem Archiv holen
messages-clear = Alles für mich löschen
messages-leave = Gruppe verlassen
messages-request = Anfrage
messages-request-person = { $name } möchte dir schreiben.
messages-request-group = { $name } lädt dich in diese Gruppe ein.
messages-request-somebody = Du wirst in diese Unterhaltung eingeladen.
messages-request-hint = Niemand erfährt, ob du sie angesehen hast, bevor du annimmst.
messages-accept = Annehmen
messages-found = Gefunden zu „{ $words }“
messages-none-found = Nichts gefunden.
messages-none-found-yet = Bisher nichts. Weiter zurück suchen?
messages-older = Ältere Nachrichten
messages-newer = Neuere Nachrichten
messages-newest = Zu den neuesten
messages-typing = { $name } schreibt…
messages-will-be-request = Deine Nachricht wartet bei { $name } unter den Anfragen, bis sie angenommen wird.
messages-no-friends = Hier wählst du Freunde, denen du schreiben willst. Finde zuerst welche, oder schreib jemandem vom Profil aus.
messages-new-people = Für wen ist sie?
messages-new-people-hint = Eine Person: eine Unterhaltung zu zweit. Mehrere: eine Gruppe.
messages-group-name = Name der Gruppe
messages-back-to-chat = Zurück zur Unterhaltung
messages-inside = Wer dabei ist
messages-looks-after = kümmert sich um die Gruppe
messages-is-asked = eingeladen, noch ohne Antwort
messages-remove-text = Von da an ist nichts mehr zu sehen, was hier geschrieben wird.
messages-add-people = Personen hinzufügen
messages-add-people-hint = Sie sehen, was ab dann geschrieben wird. Manche werden erst gefragt, so wie sie es gewählt haben.
messages-picture = Bild der Gruppe
messages-picture-drop = Bild entfernen
messages-leave-title = Diese Gruppe verlassen?
messages-leave-text = Du siehst nichts mehr davon. Jemand aus der Gruppe muss dich wieder hinzufügen.
messages-clear-title = Diese Unterhaltung für dich löschen?
messages-clear-text = Alle bisherigen Nachrichten verschwinden bei dir. Die anderen behalten sie.
messages-edit = Nachricht bearbeiten
messages-edit-hint = Die anderen sehen, dass sie bearbeitet wurde.
messages-delete-title = Diese Nachricht für alle löschen?
messages-delete-text = In der Unterhaltung bleibt eine leere Stelle. Ein paar Sekunden lang kannst du es rückgängig machen.
messages-report-title = Diese Nachricht melden
messages-report-text =
    { $count ->
        [one] Die Moderation bekommt eine Kopie dieser Nachricht und von { $count } davor und danach. Sonst wird ihr von der Unterhaltung nichts geöffnet. Wer sie geschrieben hat, erfährt nicht, wer sie gemeldet hat.
       *[other] Die Moderation bekommt eine Kopie dieser Nachricht und von bis zu { $count } davor und danach. Sonst wird ihr von der Unterhaltung nichts geöffnet. Wer sie geschrieben hat, erfährt nicht, wer sie gemeldet hat.
    }
messages-report-reason = Was stimmt damit nicht?
messages-report-spam = Unerwünschte Werbung oder Betrug
messages-report-legal = Es verstößt gegen das Gesetz
messages-report-violation = Es verstößt gegen die Regeln dieser Gemeinschaft
messages-report-other = Etwas anderes
messages-report-comment = Was sollte die Moderation wissen?
messages-report-send = Meldung senden
flash-chat-made = Die Gruppe ist da.
flash-chat-asked = Erledigt. Manche wurden erst gefragt und kommen dazu, sobald sie Ja sagen.
flash-chat-accepted = Angenommen. Du kannst jetzt schreiben.
flash-chat-declined = Die Anfrage ist weg. Niemand erfährt davon.
flash-chat-unread = Als ungelesen markiert.
flash-chat-muted = Diese Unterhaltung ist stummgeschaltet.
flash-chat-unmuted = Diese Unterhaltung meldet sich wieder.
flash-chat-archived = Archiviert.
flash-chat-unarchived = Wieder im Eingang.
flash-chat-cleared = Für dich gelöscht.
flash-chat-left = Du hast die Gruppe verlassen.
flash-chat-people-added = Sie sind jetzt in der Gruppe.
flash-chat-person-removed = Aus der Gruppe entfernt.
flash-chat-renamed = Der Name ist gespeichert.
flash-chat-picture-set = Das Bild ist gespeichert.
flash-chat-picture-removed = Das Bild ist weg.
flash-message-deleted = Für alle gelöscht.
flash-message-hidden = Für dich gelöscht.
flash-message-reported = Danke. Die Moderation sieht es sich an.
frame-messages = Nachrichten
frame-messages-unread =
    { $count ->
        [0] Nachrichten
        [one] Nachrichten, { $count } ungelesene Unterhaltung
       *[other] Nachrichten, { $count } ungelesene Unterhaltungen
    }
privacy-messages = Wer mir eine erste Nachricht senden darf
privacy-added-to-chats = Freunde dürfen mich zu Gruppenchats hinzufügen
privacy-added-to-chats-hint = Sonst wirst du jedes Mal gefragt.
privacy-read-marks = Zeigen, wie weit ich gelesen habe
privacy-read-marks-hint = Und dass ich gerade schreibe. Ohne das siehst du es auch bei anderen nicht.
privacy-presence = Freunde sehen, wann ich da bin
privacy-presence-hint = Nur solche, die es auch zeigen. Ohne das siehst du es auch bei ihnen nicht.
