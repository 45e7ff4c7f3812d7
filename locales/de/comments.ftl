### Comments: under posts and on a page of their own.

comments-comments = Kommentare
comments-comment = Kommentieren
comments-count =
    { $count ->
        [one] { $count } Kommentar
       *[other] { $count } Kommentare
    }
comments-see-more =
    { $count ->
        [one] { $count } weiteren Kommentar ansehen
       *[other] { $count } weitere Kommentare ansehen
    }
comments-more-replies =
    { $count ->
        [one] { $count } weitere Antwort ansehen
       *[other] { $count } weitere Antworten ansehen
    }
comments-all = Alle Kommentare
comments-newest = Neueste zuerst
comments-oldest = Von Anfang an
comments-none = Noch hat niemand etwas dazu geschrieben.
comments-gone = Diesen Kommentar gibt es nicht mehr.
comments-closed = Die Kommentare sind geschlossen.
comments-close = Kommentare schließen
comments-open = Kommentare wieder öffnen
comments-write = Schreib einen Kommentar …
comments-yours = Dein Kommentar
comments-reply = Antworten
comments-reply-to = Deine Antwort an { $name }
comments-answers = antwortet
comments-edit = Kommentar bearbeiten
comments-delete-title = Diesen Kommentar löschen?
comments-delete-text = Du kannst es zehn Sekunden lang rückgängig machen.
comments-who = Wer kommentieren kann
comments-who-same = Alle, die es sehen
comments-who-friends = Freunde
comments-who-people = Bestimmte Personen
comments-who-nobody = Niemand
comments-text-missing = Schreib zuerst etwas.
comments-text-too-long = Das sind { $over } Zeichen zu viel. Ein Kommentar darf bis zu { $limit } haben.
comments-not-allowed = Du kannst diesen Beitrag nicht kommentieren.
flash-comment-deleted = Kommentar gelöscht.
flash-comment-restored = Der Kommentar ist wieder da.
flash-comments-closed = Die Kommentare sind jetzt geschlossen.
flash-comments-open = Die Kommentare sind wieder offen.
comments-photo = Foto hinzufügen
comments-photo-kept = Es ist gemerkt und geht mit.
comments-photo-drop = Das Foto wegnehmen
comments-save = Merken
comments-unsave = Nicht mehr merken
comments-saved = Gemerkte Kommentare
comments-saved-posts = Gemerkte Beiträge
comments-saved-empty-title = Noch kein Kommentar gemerkt
comments-saved-empty-text = Kommentare, die du dir merkst, warten hier auf dich. Niemand sonst sieht es.
flash-comment-saved = Gemerkt. Du findest ihn unter „Gemerkte Kommentare“.
flash-comment-unsaved = Aus Gemerktem entfernt.
