### Fichiers dans les messages qui ne sont pas des photos.

messages-files-add = Ajouter des fichiers
messages-files-most =
    { $limit ->
        [one] { $limit } fichier de { $size } au plus
       *[other] Jusqu’à { $limit } fichiers de { $size } au plus chacun
    }
messages-too-many-files =
    { $limit ->
        [one] Un message peut contenir { $limit } fichier.
       *[other] Un message peut contenir jusqu’à { $limit } fichiers.
    }
messages-files =
    { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }
messages-files-held =
    { $count ->
        [one] { $count } fichier. Vous pourrez l’enregistrer après avoir accepté.
       *[other] { $count } fichiers. Vous pourrez les enregistrer après avoir accepté.
    }
messages-file-keep = Joindre
messages-file-document = Document
messages-file-text = Texte
messages-file-audio = Son
messages-file-archive = Archive
messages-file-empty = « { $name } » est vide. Choisissez un autre fichier.
messages-file-too-large = « { $name } » dépasse { $size } Mo. Choisissez un fichier plus petit.
error-file-too-large = Ce fichier est trop grand. Un fichier peut faire jusqu’à { $max } Mo.
messages-file-kind = « { $name } » est d’un type qui ne peut pas être envoyé ici. Les documents, textes, sons et archives le peuvent en général.
messages-file-gone = L’un des fichiers n’est plus là. Choisissez-le de nouveau.
messages-file-quota = Vos photos et fichiers ont épuisé vos { $size } Mo. Supprimez ceux dont vous n’avez plus besoin, puis réessayez.

### La page d’administration correspondante.

admin-files-title = Fichiers dans les messages
admin-files-text-above = Les membres peuvent s’envoyer des fichiers en plus des photos. Ils sont gardés tels quels et seulement enregistrés, jamais ouverts ici. Les programmes et les pages web ne sont jamais acceptés.
admin-files-kinds = Ce qui peut être envoyé
admin-files-documents = Documents : PDF, fichiers bureautiques, livres
admin-files-text = Textes et tableaux
admin-files-audio = Son
admin-files-archives = Archives comme ZIP
admin-files-size = Taille maximale d’un fichier, en Mo
admin-files-size-hint = De 1 à { $most }.
