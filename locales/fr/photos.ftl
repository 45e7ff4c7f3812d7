### Une photo sur sa propre page.

photos-photo = Photo
photos-of = Photo de { $name }
photos-position = Photo { $position } sur { $total }
photos-to-post = Vers la publication
photos-largest = En grande taille
photos-describe = Description
photos-describe-hint = Dites ce que montre la photo, pour les personnes qui ne la voient pas.
flash-photo-described = La description est enregistrée.
flash-photo-removed = La photo est retirée.
