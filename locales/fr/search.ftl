### Looking for people, posts, comments, photos, events and groups.

search-box = Rechercher
search-title = Recherche
search-title-words = Résultats pour « { $words } »
search-kinds = Que montrer
search-all = Tout
search-people = Membres
search-posts = Publications
search-comments = Commentaires
search-photos = Photos
search-events = Événements
search-groups = Groupes
search-more-people = Plus de membres
search-more-posts = Plus de publications
search-more-comments = Plus de commentaires
search-more-photos = Plus de photos
search-more-events = Plus d’événements
search-more-groups = Plus de groupes
search-narrow = Préciser
search-from = De qui
search-from-hint = L’identifiant d’une personne, par exemple « amina »
search-from-unknown = Personne n’a cet identifiant.
search-at = À cet endroit
search-at-hint = Événements seulement : des mots du nom d’un lieu ou de son adresse
search-after = À partir de ce jour
search-before = Jusqu’à ce jour
search-on-wall = sur le profil de { $name }
search-under-post = sous une publication de { $name }
search-covered = Masqué à cause de votre mot « { $word } »
search-begin-title = Que cherchez-vous ?
search-begin-text = Tapez un nom, ou des mots d’une publication, d’un commentaire, d’un événement, d’un groupe ou de la description d’une photo. Vous trouvez ce que vous avez le droit de voir.
search-none-title = Rien trouvé
search-none-text = Essayez avec moins de mots, ou écrivez-les autrement. Les résultats contiennent tous les mots tapés.
search-none-yet-title = Rien parmi les plus récentes
search-none-yet-text = Ces mots sont si courants que seules les publications les plus récentes qui les contiennent ont été parcourues. Vous pouvez remonter plus loin.
search-filling = Les publications plus anciennes sont encore en préparation pour la recherche ; il peut en manquer pour l’instant.
search-offers =
    { $count ->
        [0] Aucune suggestion
        [one] { $count } suggestion, choisissez avec les flèches
        [many] { $count } de suggestions, choisissez avec les flèches
       *[other] { $count } suggestions, choisissez avec les flèches
    }
