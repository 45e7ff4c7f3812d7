### Circles: lists of friends to aim posts at.

circles-title = Cercles
circles-hint = Les cercles sont des listes d’amis à qui écrire : famille, chorale, voisins. Vous seul les connaissez.
circles-empty-title = Pas encore de cercle
circles-empty-text = Créez-en un ci-dessous et ajoutez des amis. Vous pourrez alors écrire rien que pour eux.
circles-members =
    { $count ->
        [one] { $count } personne
        [many] { $count } de personnes
       *[other] { $count } personnes
    }
circles-new-name = Nom d’un nouveau cercle
circles-new-hint = Par exemple : Famille
circles-create = Créer le cercle
circles-name = Nom du cercle
circles-inside = Dans ce cercle
circles-secret = Personne n’est averti d’y figurer.
circles-nobody = Personne pour l’instant.
circles-add = Ajouter des amis
circles-add-to = Ajouter à { $name }
circles-in = Dans { $name }
circles-delete = Supprimer le cercle
circles-delete-text = Les publications destinées à ce cercle ne seront plus vues que de vous. Ces personnes restent vos amis.
circles-name-empty = Donnez un nom au cercle.
circles-name-long =
    { $limit ->
        [one] Ce nom est trop long : { $limit } caractère au plus.
        [many] Ce nom est trop long : { $limit } de caractères au plus.
       *[other] Ce nom est trop long : { $limit } caractères au plus.
    }
circles-name-taken = Vous avez déjà un cercle de ce nom.
circles-too-many =
    { $limit ->
        [one] Vous pouvez avoir { $limit } cercle. Supprimez-le d’abord.
        [many] Vous pouvez avoir { $limit } de cercles. Supprimez-en un d’abord.
       *[other] Vous pouvez avoir { $limit } cercles. Supprimez-en un d’abord.
    }
circles-needs-friend = Un cercle ne contient que des amis.
flash-circle-made = Cercle créé. Ajoutez maintenant des amis.
flash-circle-deleted = Cercle supprimé.
flash-circle-saved = Cercle enregistré.
