### What the door says about requests and uploads.

error-not-understood = Was du gesendet hast, war nicht zu verstehen. Geh zurück, lade die Seite neu und versuch es noch einmal.
error-origin = Dieses Formular kam von einer anderen Website, deshalb ist nichts geschehen. Öffne die Seite hier und sende es von dort.
error-photo-too-large = Dieses Foto ist zu groß. Ein Foto darf bis zu { $max } MB haben.
error-too-many-photos = Das sind zu viele Fotos für einen Beitrag. Bis zu { $max } passen hinein.
error-go-home = Zur Startseite
