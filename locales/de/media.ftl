### Photos: why one was not taken, and what helps.

media-problem-empty = Die Datei ist leer. Wähle eine andere.
media-problem-too-large = Das Foto ist größer als { $size } MB. Wähle ein kleineres.
media-problem-not-a-picture = Das ist kein Foto, das sich hier zeigen lässt. JPEG, PNG, GIF und WebP gehen.
media-problem-unsupported-format = { $format }-Bilder lassen sich hier nicht zeigen. Speichere es als JPEG oder PNG und versuch es noch einmal.
media-problem-too-many-pixels = Das Bild hat mehr Bildpunkte, als hier verarbeitet werden. Verkleinere es und versuch es noch einmal.
media-problem-too-many-frames = Diese Animation hat zu viele Bilder. Wähle eine kürzere.
media-problem-damaged = Das Bild ist beschädigt und ließ sich nicht bis zum Ende lesen. Speichere es neu und versuch es noch einmal.
media-problem-took-too-long = Das Bild zu lesen hat zu lange gedauert. Speichere es als JPEG und versuch es noch einmal.
media-problem-storage-full = Auf diesem Server ist gerade kein Platz für weitere Fotos. Die Betreiber müssen welchen schaffen; dein Text ist sicher.
media-problem-quota = Deine Fotos füllen deine { $size } MB. Lösche einige, die du nicht mehr brauchst, und versuch es dann wieder.
media-problem-gone = Eines der Fotos ist nicht mehr da. Wähle es noch einmal aus.
media-problem-processing = Eines der Fotos ist noch nicht fertig. Versuch es gleich noch einmal.
