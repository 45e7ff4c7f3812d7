### Posts: the card, the composer, what is done to a post.

posts-ask = À quoi pensez-vous, { $name } ?
posts-ask-wall = Écrivez quelque chose à { $name }
posts-on-wall = sur le profil de { $name }
posts-text = Votre publication
posts-write = Écrire quelque chose
posts-post-to = Publier pour : { $audience }
posts-share-title = Partager une publication
posts-more-options = Plus d’options
posts-cover = Masquer le contenu
posts-cover-hint = Par exemple : la fin du film
posts-language = Langue
posts-language-auto = Selon le texte
posts-formatting = Mise en forme
posts-bold = Gras
posts-italic = Italique
posts-bullets = Liste
posts-quote = Citation
posts-link = Lien
posts-photos-add = Ajouter des photos
posts-photos-add-hint = Vous pourrez les décrire en modifiant la publication.
posts-photos-most = Jusqu’à { $limit } images.
posts-photo-describe = Décrivez cette photo
posts-photo-describe-hint = Pour les personnes qui ne peuvent pas la voir
posts-photo-keep = Garder cette photo
posts-photo-remove = Retirer la photo
posts-photo-up = Monter
posts-photo-sending = Envoi en cours
posts-photo-failed = Cette photo n’a pas pu être envoyée. Veuillez réessayer.
posts-photo-number = Photo { $number }
posts-photos-too-many = Cela fait trop de photos pour une publication. La limite est { $limit }.
posts-photos-only = Seules des photos peuvent être ajoutées ici. Les autres fichiers ont été laissés de côté.
posts-text-missing = Écrivez quelque chose ou ajoutez une photo.
posts-text-too-long = Il y a { $over } caractères de trop. Une publication peut en compter { $limit }.
posts-cover-too-long = L’avertissement compte { $over } caractères de trop. La limite est { $limit }.
posts-language-unknown = Choisissez une langue dans la liste.
posts-newcomer-photos =
    { $limit ->
        [one] Tant que vous êtes nouveau ici, une publication peut contenir { $limit } photo.
       *[other] Tant que vous êtes nouveau ici, une publication peut contenir jusqu’à { $limit } photos.
    }
posts-photos-grow-first =
    Quand vous serez venu { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } et aurez écrit { $posts ->
        [one] { $posts } publication
       *[other] { $posts } publications
    }, elle pourra en contenir { $next }.
posts-photos-grow =
    Quand vous serez venu { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }, aurez écrit { $posts ->
        [one] { $posts } publication
       *[other] { $posts } publications
    } et que { $people ->
        [one] { $people } personne aura commenté
       *[other] { $people } personnes auront commenté
    }, elle pourra en contenir { $next }.
posts-newcomer-links =
    { $limit ->
        [one] Tant que vous êtes nouveau ici, un texte peut contenir { $limit } lien.
       *[other] Tant que vous êtes nouveau ici, un texte peut contenir jusqu’à { $limit } liens.
    }
posts-newcomer-mentions =
    { $limit ->
        [one] Tant que vous êtes nouveau ici, un texte peut mentionner { $limit } personne.
       *[other] Tant que vous êtes nouveau ici, un texte peut mentionner jusqu’à { $limit } personnes.
    }
posts-newcomer-pace =
    { $limit ->
        [one] Tant que vous êtes nouveau ici, vous pouvez écrire { $limit } publication par jour. Revenez demain.
       *[other] Tant que vous êtes nouveau ici, vous pouvez écrire jusqu’à { $limit } publications par jour. Revenez demain.
    }
posts-by = Publication de { $name }
posts-former-member = Ancien membre
posts-more = Plus sur cette publication
posts-see-more = Voir plus
posts-edited = modifié
posts-pinned = Épinglée
posts-pin = Épingler à mon profil
posts-unpin = Ne plus épingler
posts-save = Enregistrer pour plus tard
posts-unsave = Retirer des enregistrements
posts-saved = Enregistré
posts-saved-empty-title = Rien d’enregistré pour l’instant
posts-saved-empty-text = Ce que vous enregistrez depuis le menu d’une publication vous attend ici. Personne d’autre ne le voit.
posts-tag-empty-title = Rien ici pour l’instant
posts-tag-empty-text = Ici se trouvent les publications avec ce mot-clé que vous pouvez voir.
posts-link-copied = Lien copié
posts-edit = Modifier la publication
posts-change-audience = Changer qui peut la voir
posts-history = Ce que disait cette publication
posts-history-text = Toute personne qui voit la publication peut voir ses modifications.
posts-see-changes = Voir les modifications
posts-says-now = Depuis { $time }
posts-said-from = À partir du { $time }
posts-photos-changed = Les photos ont changé, le texte est resté le même
posts-back-to-post = Retour à la publication
posts-delete-title = Supprimer cette publication ?
posts-delete-text = Vous pouvez annuler pendant dix secondes. Ensuite, elle disparaît pour de bon, avec ses photos et ses commentaires.
posts-wrote-to = a écrit à
posts-shared-a-post = a partagé une publication
posts-original-gone = La publication d’origine n’est plus là, ou ne vous est pas destinée.
posts-share-count =
    { $count ->
        [one] { $count } partage
       *[other] { $count } partages
    }
posts-filtered = Masquée par votre filtre : { $word }
flash-posted = Votre publication est en ligne.
flash-post-changed = Enregistré. L’ancien texte reste lisible sous « modifié ».
flash-post-deleted = Publication supprimée.
flash-post-restored = La publication est de retour.
flash-undo-too-late = Il était trop tard pour annuler.
flash-post-pinned = Épinglée à votre profil.
flash-post-unpinned = N’est plus épinglée.
flash-post-saved = Enregistrée. Vous la trouverez dans « Enregistré ».
flash-post-unsaved = Retirée des enregistrements.

# La même publication dans d’autres langues.
posts-language-add = Ajouter une autre langue
posts-language-number = Langue { $number }
posts-language-choose = Choisir la langue
posts-language-text = Le même texte dans cette langue
posts-language-text-hint = Chaque personne voit le texte qui lui convient le mieux, avec un lien vers les autres.
posts-language-room = De la place pour une langue de plus
posts-language-missing = Choisissez la langue de ce texte.
posts-language-twice = Un autre texte de cette publication est déjà dans cette langue.
posts-languages-too-many = Une publication peut avoir au plus { $limit } langues.
