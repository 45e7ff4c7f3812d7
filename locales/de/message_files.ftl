### Dateien in Nachrichten, die keine Fotos sind.

messages-files-add = Dateien hinzufügen
messages-files-most =
    { $limit ->
        [one] { $limit } Datei mit höchstens { $size }
       *[other] Bis zu { $limit } Dateien mit je höchstens { $size }
    }
messages-too-many-files =
    { $limit ->
        [one] Eine Nachricht kann { $limit } Datei haben.
       *[other] Eine Nachricht kann bis zu { $limit } Dateien haben.
    }
messages-files =
    { $count ->
        [one] { $count } Datei
       *[other] { $count } Dateien
    }
messages-files-held =
    { $count ->
        [one] { $count } Datei. Du kannst sie speichern, sobald du angenommen hast.
       *[other] { $count } Dateien. Du kannst sie speichern, sobald du angenommen hast.
    }
messages-file-keep = Mitsenden
messages-file-document = Dokument
messages-file-text = Text
messages-file-audio = Ton
messages-file-archive = Archiv
messages-file-empty = „{ $name }“ ist leer. Wähle eine andere Datei.
messages-file-too-large = „{ $name }“ ist größer als { $size } MB. Wähle eine kleinere Datei.
error-file-too-large = Diese Datei ist zu groß. Eine Datei darf bis zu { $max } MB haben.
messages-file-kind = „{ $name }“ lässt sich hier nicht senden. Dokumente, Texte, Töne und Archive gehen meistens.
messages-file-gone = Eine der Dateien ist nicht mehr da. Wähle sie noch einmal aus.
messages-file-quota = Deine Fotos und Dateien haben deine { $size } MB aufgebraucht. Lösche welche, die du nicht mehr brauchst, und versuche es noch einmal.

### Die Seite der Verwaltung dafür.

admin-files-title = Dateien in Nachrichten
admin-files-text-above = Mitglieder können einander außer Fotos auch Dateien senden. Sie bleiben, wie sie sind, und lassen sich nur speichern, nie hier öffnen. Programme und Webseiten werden nie angenommen.
admin-files-kinds = Was gesendet werden kann
admin-files-documents = Dokumente: PDF, Office-Dateien, Bücher
admin-files-text = Texte und Tabellen
admin-files-audio = Ton
admin-files-archives = Archive wie ZIP
admin-files-size = Größte Datei, in MB
admin-files-size-hint = Von 1 bis { $most }.
