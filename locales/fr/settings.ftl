### Réglages : vue d’ensemble, sessions, langue et apparence, départ.

settings-title = Réglages
settings-not-active = Votre compte n’est pas actif pour le moment : seul ceci peut être réglé.
settings-account = Compte
settings-account-text = Nom, nom court, adresse e-mail, mot de passe
settings-privacy = Vie privée
settings-privacy-text = Qui voit quoi, et qui peut vous approcher
settings-filters = Mots à écarter
settings-filters-text = Les mots que vous préférez ne pas lire
settings-language = Langue et apparence
settings-language-text = Langue, couleurs, fuseau horaire
settings-sessions = Vos sessions ouvertes
settings-sessions-text = Vos appareils, et comment les déconnecter
settings-leave = Partir
settings-leave-text = Faire une pause, ou supprimer votre compte
settings-time-zone = Fuseau horaire
settings-sessions-explained = Tous les navigateurs où votre session est ouverte. Si vous n’en reconnaissez pas un, fermez-y la session et changez votre mot de passe.
settings-session-unknown = Navigateur sans nom
settings-session-this = Celui-ci
settings-session-facts = Depuis le { $began }, dernière utilisation : { $seen }
settings-session-rename = Renommer
settings-session-name = Nom
settings-session-end = Fermer la session
settings-sessions-end-others = Fermer toutes les autres sessions
settings-rest-title = Faire une pause
settings-rest-text = Personne ne vous voit ni ne voit ce que vous avez écrit jusqu’à votre retour. Tout reste tel quel.
settings-rest = Faire une pause
settings-delete-title = Supprimer votre compte
settings-delete-text =
    { $days ->
        [one] On ne vous voit plus, tout de suite. Pendant { $days } jour vous pouvez changer d’avis : il suffit de vous connecter. Ensuite vos publications, photos, commentaires et amitiés sont effacés pour de bon.
        [many] On ne vous voit plus, tout de suite. Pendant { $days } jours vous pouvez changer d’avis : il suffit de vous connecter. Ensuite vos publications, photos, commentaires et amitiés sont effacés pour de bon.
       *[other] On ne vous voit plus, tout de suite. Pendant { $days } jours vous pouvez changer d’avis : il suffit de vous connecter. Ensuite vos publications, photos, commentaires et amitiés sont effacés pour de bon.
    }
settings-delete = Supprimer le compte
settings-leave-last-owner = Vous êtes la seule personne propriétaire de cette communauté. Donnez d’abord ce rôle à quelqu’un d’autre.
flash-saved = Enregistré.
flash-password-changed = Votre mot de passe est changé. Vos autres sessions sont fermées.
flash-email-confirmed = Merci, votre adresse est confirmée.
flash-email-on-its-way = Nous avons envoyé un message à la nouvelle adresse. Elle comptera dès que vous l’aurez confirmée.
flash-email-removed = Votre adresse est retirée.
flash-session-ended = La session est fermée.
flash-sessions-ended = Toutes les autres sessions sont fermées.
flash-account-rests = Votre compte se repose. Connectez-vous quand vous voudrez revenir.
flash-account-leaves = Votre compte sera supprimé. Connectez-vous si vous changez d’avis.
flash-account-kept = Vous revoilà. Votre compte ne sera pas supprimé.
