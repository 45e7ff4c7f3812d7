### The frame of every page: bars, menus, footer, and the shells that scripts fill.

frame-skip = Aller au contenu
frame-navigation = Menu principal
frame-home = Accueil
frame-friends = Amis
frame-people = Membres
frame-photos = Vos photos
frame-saved = Enregistrés
frame-invitations = Invitations
frame-settings = Réglages
frame-staff = Prendre soin du lieu
frame-approvals = Demandes d’adhésion
frame-admin = Administration
frame-account = Votre compte
frame-you = Vous
frame-post = Publier
frame-new-post = Nouvelle publication
frame-sign-in = Se connecter
frame-sign-out = Se déconnecter
frame-join = Rejoindre
frame-language = Langue
frame-theme = Couleurs
frame-theme-light = Clair
frame-theme-dark = Sombre
frame-theme-auto = Comme l’appareil
frame-about = À propos
frame-rules = Règles
frame-terms = Conditions
frame-privacy = Confidentialité
frame-imprint = Mentions légales
frame-contact = Contact
frame-aside = Plus par ici
frame-loading = Chargement
frame-offline = Il n’y a pas de connexion pour le moment. Ce que vous avez écrit est toujours là ; réessayez une fois en ligne.
frame-not-done = Cela n’a pas fonctionné. Ce que vous avez écrit est toujours là ; veuillez réessayer dans un instant.
frame-signed-out = Votre session est terminée. Veuillez vous reconnecter dans un nouvel onglet ; ce que vous avez écrit reste ici.
frame-sure = Vous confirmez ?
frame-viewer = Photo
frame-proof-working = Nous vérifions que vous êtes une personne. Cela prend quelques secondes.
frame-proof-done = Tout va bien, vous pouvez envoyer le formulaire.
frame-proof-failed = La vérification n’a pas abouti. Vous pouvez quand même envoyer le formulaire.
frame-friends-waiting =
    { $count ->
        [0] Amis
        [one] Amis, { $count } demande en attente
       *[other] Amis, { $count } demandes en attente
    }
frame-approvals-waiting =
    { $count ->
        [0] Demandes d’adhésion
        [one] Demandes d’adhésion, { $count } en attente
       *[other] Demandes d’adhésion, { $count } en attente
    }
