### Posts: the card, the composer, what is done to a post.

posts-ask = Was beschäftigt dich, { $name }?
posts-ask-wall = Schreib { $name } etwas
posts-on-wall = auf dem Profil von { $name }
posts-text = Dein Beitrag
posts-write = Etwas schreiben
posts-post-to = Posten für: { $audience }
posts-share-title = Beitrag teilen
posts-more-options = Weitere Optionen
posts-cover = Inhalt verdecken
posts-cover-hint = Zum Beispiel: wie der Film ausgeht
posts-language = Sprache
posts-language-auto = Wie der Text klingt
posts-formatting = Formatierung
posts-bold = Fett
posts-italic = Kursiv
posts-bullets = Liste
posts-quote = Zitat
posts-link = Link
posts-photos-add = Fotos hinzufügen
posts-photos-add-hint = Beschreiben kannst du sie beim Bearbeiten.
posts-photos-most = Bis zu { $limit } Bilder.
posts-photo-describe = Beschreib dieses Foto
posts-photo-describe-hint = Für Menschen, die es nicht sehen können
posts-photo-keep = Dieses Foto behalten
posts-photo-remove = Foto entfernen
posts-photo-up = Nach oben
posts-photo-sending = Wird gesendet
posts-photo-failed = Dieses Foto konnte nicht gesendet werden. Bitte versuch es noch einmal.
posts-photo-number = Foto { $number }
posts-photos-too-many = Das sind zu viele Fotos für einen Beitrag. Bis zu { $limit } passen.
posts-photos-only = Hier lassen sich nur Fotos hinzufügen. Andere Dateien wurden weggelassen.
posts-text-missing = Schreib etwas oder füge ein Foto hinzu.
posts-text-too-long = Das sind { $over } Zeichen zu viel. Ein Beitrag darf bis zu { $limit } haben.
posts-cover-too-long = Der Hinweis ist { $over } Zeichen zu lang. Bis zu { $limit } passen.
posts-language-unknown = Wähle eine Sprache aus der Liste.
posts-newcomer-photos =
    { $limit ->
        [one] Solange du neu hier bist, kann ein Beitrag { $limit } Foto haben.
       *[other] Solange du neu hier bist, kann ein Beitrag bis zu { $limit } Fotos haben.
    }
posts-photos-grow-first =
    Wenn du an { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } hier warst und { $posts ->
        [one] { $posts } Beitrag
       *[other] { $posts } Beiträge
    } geschrieben hast, können es { $next } sein.
posts-photos-grow =
    Wenn du an { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } hier warst, { $posts ->
        [one] { $posts } Beitrag
       *[other] { $posts } Beiträge
    } geschrieben hast und { $people ->
        [one] { $people } Mensch kommentiert hat
       *[other] { $people } Menschen kommentiert haben
    }, können es { $next } sein.
posts-newcomer-links =
    { $limit ->
        [one] Solange du neu hier bist, kann ein Text { $limit } Link haben.
       *[other] Solange du neu hier bist, kann ein Text bis zu { $limit } Links haben.
    }
posts-newcomer-mentions =
    { $limit ->
        [one] Solange du neu hier bist, kann ein Text { $limit } Menschen erwähnen.
       *[other] Solange du neu hier bist, kann ein Text bis zu { $limit } Menschen erwähnen.
    }
posts-newcomer-pace =
    { $limit ->
        [one] Solange du neu hier bist, kannst du { $limit } Beitrag am Tag schreiben. Komm morgen wieder.
       *[other] Solange du neu hier bist, kannst du bis zu { $limit } Beiträge am Tag schreiben. Komm morgen wieder.
    }
posts-by = Beitrag von { $name }
posts-former-member = Ehemaliges Mitglied
posts-more = Mehr zu diesem Beitrag
posts-see-more = Mehr anzeigen
posts-edited = bearbeitet
posts-pinned = Angeheftet
posts-pin = An mein Profil heften
posts-unpin = Nicht mehr anheften
posts-save = Für später merken
posts-unsave = Aus Gemerktem entfernen
posts-saved = Gemerkt
posts-saved-empty-title = Noch nichts gemerkt
posts-saved-empty-text = Was du dir im Menü eines Beitrags merkst, wartet hier auf dich. Niemand sonst sieht es.
posts-tag-empty-title = Hier ist noch nichts
posts-tag-empty-text = Hier stehen Beiträge mit diesem Schlagwort, die du sehen kannst.
posts-link-copied = Link kopiert
posts-edit = Beitrag bearbeiten
posts-change-audience = Ändern, wer es sehen kann
posts-history = Was dieser Beitrag sagte
posts-history-text = Wer den Beitrag sehen kann, kann auch seine Änderungen sehen.
posts-see-changes = Änderungen ansehen
posts-says-now = Seit { $time }
posts-said-from = Ab { $time }
posts-photos-changed = Die Fotos wurden geändert, der Text blieb gleich
posts-back-to-post = Zurück zum Beitrag
posts-delete-title = Diesen Beitrag löschen?
posts-delete-text = Du kannst es zehn Sekunden lang rückgängig machen. Danach ist er samt Fotos und Kommentaren endgültig weg.
posts-wrote-to = schrieb an
posts-shared-a-post = hat einen Beitrag geteilt
posts-original-gone = Den ursprünglichen Beitrag gibt es nicht mehr, oder er ist nicht für dich sichtbar.
posts-share-count =
    { $count ->
        [one] { $count } Mal geteilt
       *[other] { $count } Mal geteilt
    }
posts-filtered = Von deinem Filter verdeckt: { $word }
flash-posted = Dein Beitrag ist da.
flash-post-changed = Gespeichert. Die früheren Worte bleiben unter „bearbeitet“ lesbar.
flash-post-deleted = Beitrag gelöscht.
flash-post-restored = Der Beitrag ist wieder da.
flash-undo-too-late = Zum Rückgängigmachen war es zu spät.
flash-post-pinned = An dein Profil geheftet.
flash-post-unpinned = Nicht mehr angeheftet.
flash-post-saved = Gemerkt. Du findest es unter „Gemerkt“.
flash-post-unsaved = Aus Gemerktem entfernt.

# Derselbe Beitrag in weiteren Sprachen.
posts-language-add = Weitere Sprache hinzufügen
posts-language-number = Sprache { $number }
posts-language-choose = Sprache wählen
posts-language-text = Derselbe Text in dieser Sprache
posts-language-text-hint = Alle sehen den Text, der am besten zu ihnen passt, und kommen von dort zu den anderen.
posts-language-room = Platz für noch eine Sprache
posts-language-missing = Wähle die Sprache dieses Textes.
posts-language-twice = Ein anderer Text dieses Beitrags ist schon in dieser Sprache.
posts-languages-too-many = Ein Beitrag kann höchstens { $limit } Sprachen haben.
