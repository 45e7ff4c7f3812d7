### Signalements à la modération.

reports-not-oneself = Vous ne pouvez pas vous signaler vous-même.
reports-too-many = Un signalement peut nommer { $limit } publications.
reports-unknown-rule = Cette règle n’existe pas ici.
