### Ein Foto auf einer eigenen Seite.

photos-photo = Foto
photos-of = Foto von { $name }
photos-position = Foto { $position } von { $total }
photos-to-post = Zum Beitrag
photos-largest = In voller Größe
photos-describe = Beschreibung
photos-describe-hint = Sag, was auf dem Foto ist, für Menschen, die es nicht sehen können.
flash-photo-described = Die Beschreibung ist gespeichert.
flash-photo-removed = Das Foto ist entfernt.
