### Comments: under posts and on a page of their own.

comments-comments = Commentaires
comments-comment = Commenter
comments-count =
    { $count ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    }
comments-see-more =
    { $count ->
        [one] Voir { $count } autre commentaire
       *[other] Voir { $count } autres commentaires
    }
comments-more-replies =
    { $count ->
        [one] Voir { $count } autre réponse
       *[other] Voir { $count } autres réponses
    }
comments-all = Tous les commentaires
comments-newest = Les plus récents d’abord
comments-oldest = Depuis le début
comments-none = Personne n’a encore commenté.
comments-gone = Ce commentaire n’est plus là.
comments-closed = Les commentaires sont fermés.
comments-close = Fermer les commentaires
comments-open = Rouvrir les commentaires
comments-write = Écrivez un commentaire…
comments-yours = Votre commentaire
comments-reply = Répondre
comments-reply-to = Votre réponse à { $name }
comments-answers = répond à
comments-edit = Modifier le commentaire
comments-delete-title = Supprimer ce commentaire ?
comments-delete-text = Vous pouvez annuler pendant dix secondes.
comments-who = Qui peut commenter
comments-who-same = Toutes les personnes qui le voient
comments-who-friends = Amis
comments-who-people = Certaines personnes
comments-who-nobody = Personne
comments-text-missing = Écrivez d’abord quelque chose.
comments-text-too-long = Il y a { $over } caractères de trop. Un commentaire peut en compter { $limit }.
comments-not-allowed = Vous ne pouvez pas commenter cette publication.
flash-comment-deleted = Commentaire supprimé.
flash-comment-restored = Le commentaire est de retour.
flash-comments-closed = Les commentaires sont maintenant fermés.
flash-comments-open = Les commentaires sont de nouveau ouverts.
comments-photo = Ajouter une photo
comments-photo-kept = Elle est gardée et part avec le commentaire.
comments-photo-drop = Enlever la photo
comments-save = Enregistrer
comments-unsave = Retirer des enregistrements
comments-saved = Commentaires enregistrés
comments-saved-posts = Publications enregistrées
comments-saved-empty-title = Aucun commentaire enregistré pour l’instant
comments-saved-empty-text = Les commentaires que vous enregistrez vous attendent ici. Personne d’autre ne le voit.
flash-comment-saved = Enregistré. Vous le trouverez dans « Commentaires enregistrés ».
flash-comment-unsaved = Retiré des enregistrements.
