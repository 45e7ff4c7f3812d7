### Signalements à la modération.

reports-not-oneself = Vous ne pouvez pas vous signaler vous-même.
reports-too-many = Un signalement peut nommer { $limit } publications.
reports-unknown-rule = Cette règle n’existe pas ici.
reports-report = Signaler
reports-album-title = Signaler cet album
reports-photo-title = Signaler cette photo
reports-text-photos = La modération saura de quoi il s’agit. La personne à qui cela appartient ne saura pas qui l’a signalé.
