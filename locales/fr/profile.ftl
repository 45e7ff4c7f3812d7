### Profiles: the tabs, what they hold, editing, other eyes.

profile-profile = Profil
profile-tab-posts = Publications
profile-tab-about = À propos
profile-tab-friends = Amis
profile-tab-photos = Photos
profile-about-title = À propos de { $name }
profile-friends-title = Amis de { $name }
profile-photos-title = Photos de { $name }
profile-friends-count =
    { $count ->
        [one] { $count } ami
        [many] { $count } d’amis
       *[other] { $count } amis
    }
profile-more = Plus sur { $name }
profile-photo-of = Photo de { $name }
profile-photo = Photo
profile-see-all = Tout voir
profile-intro-title = En bref
profile-write-own = Écrire quelque chose
profile-write-to = Écrire à { $name }
profile-no-posts-title = Rien à lire ici
profile-no-posts-text = Soit rien n’a encore été écrit, soit c’est pour d’autres.
profile-no-photos-title = Pas de photo ici
profile-no-photos-text = Les photos des publications partagées avec vous apparaissent ici.
profile-no-friends = Personne pour l’instant.
profile-common-title = Amis en commun
profile-list-kept = La liste complète n’est pas partagée avec vous.
profile-languages = Langues
profile-languages-more = Autres langues
profile-languages-find = Chercher une langue
profile-languages-none = Aucune langue de ce nom. Vous pouvez l’écrire ci-dessous.
profile-languages-named = Absente de la liste ?
profile-languages-named-hint = Écrivez comment vous l’appelez ; s’il y en a plusieurs, séparez-les par des virgules.
profile-languages-wrong =
    { $max ->
        [one] Choisissez au plus { $max } langue et écrivez les noms en lettres, sans autre signe.
        [many] Choisissez au plus { $max } de langues et écrivez les noms en lettres, sans autre signe.
       *[other] Choisissez au plus { $max } langues et écrivez les noms en lettres, sans autre signe.
    }
profile-birthday = Anniversaire
profile-birth-year = Année de naissance
profile-birth-year-wrong = Vérifiez l’année de naissance.
profile-day = Jour
profile-month = Mois
profile-joined = Ici depuis
profile-who-sees = Qui le voit
profile-audience-world = Tout le monde, partout
profile-audience-community = Tout le monde ici
profile-audience-friends = Amis
profile-audience-self = Moi seulement
profile-field-about = À propos de moi
profile-field-work = Travail
profile-field-school = Études
profile-field-town = Habite à
profile-field-home-town = Vient de
profile-field-relationship = Vit avec
profile-field-hobbies = Loisirs
profile-field-offers = Peut aider pour
profile-field-seeks = Cherche
profile-field-website = Site web
profile-field-email = Courriel de contact
profile-field-phone = Téléphone
profile-field-own = Une ligne à vous
profile-own-title = Titre
profile-own-text = Texte de la ligne
profile-fields-hint = Remplissez ce que vous voulez. Chaque ligne a son public.
profile-fields-too-many =
    { $max ->
        [one] { $max } ligne au plus.
        [many] { $max } de lignes au plus.
       *[other] { $max } lignes au plus.
    }
profile-field-needs-title = Une ligne à vous a besoin d’un titre.
profile-website-wrong = Un site web commence par https://
profile-edit = Modifier le profil
profile-show = Voir le profil
profile-name = Votre nom
profile-intro = Une ligne sur vous
profile-intro-hint = Elle figure sous votre nom, visible de qui voit votre profil.
profile-pronouns = Pronoms
profile-avatar = Photo de profil
profile-avatar-hint = Le centre de la photo est montré dans un cercle.
profile-cover = Photo de couverture
profile-cover-hint = L’image large en haut de votre profil.
profile-focus = Partie de la couverture qui reste visible
profile-focus-start = Le haut
profile-focus-center = Le milieu
profile-focus-end = Le bas
profile-choose-photo = Choisir une photo
profile-crop = La partie qui sera montrée
profile-crop-hint = Déplacez la photo avec le doigt, la souris ou les flèches du clavier.
profile-crop-zoom = Agrandir
profile-crop-bad = La partie choisie n’est pas dans la photo. Veuillez choisir la photo à nouveau.
profile-describe-photo = Description pour qui ne la voit pas
profile-save-photo = Enregistrer la photo
profile-remove-photo = Retirer la photo
profile-view-as = Voir comme les autres
profile-view-as-them = Voir mon profil avec ses yeux
profile-as-stranger = Voici ce que voit un membre qui n’est pas votre ami.
profile-as-visitor = Voici ce que voit une personne non connectée.
profile-as-unseen = Les visiteurs ne trouvent pas votre profil. Ils lisent seulement ce que vous avez écrit pour tout le monde.
profile-as-friend = Voici ce que voit { $name }.
profile-as-stranger-short = En tant que membre
profile-as-visitor-short = En tant que visiteur
profile-as-friend-short = En tant qu’ami
flash-profile-saved = Votre profil est enregistré.
profile-tab-albums = Albums
