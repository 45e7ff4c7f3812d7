### Mots des boutons et des liens, et mots isolés présents partout.

action-save = Enregistrer
action-cancel = Annuler
action-delete = Supprimer
action-edit = Modifier
action-confirm = Confirmer
action-close = Fermer
action-back = Retour
action-more = Plus
action-show-more = Afficher plus
action-show-less = Afficher moins
action-show = Afficher
action-hide = Masquer
action-undo = Annuler l’action
action-search = Rechercher
action-continue = Continuer
action-next = Suivant
action-previous = Précédent
action-remove = Retirer
action-add = Ajouter
action-send = Envoyer
action-copy = Copier
action-copy-link = Copier le lien
action-choose = Choisir
action-change = Changer
action-accept = Accepter
action-decline = Refuser
action-open = Ouvrir
action-retry = Réessayer
action-reload = Recharger la page
action-report = Signaler
action-share = Partager
action-download = Télécharger
action-sign-in = Se connecter
action-sign-out = Se déconnecter
word-yes = Oui
word-no = Non
word-optional = facultatif
word-none = Aucun
word-you = Vous
word-new = Nouveau
word-today = Aujourd’hui
word-yesterday = Hier
word-tomorrow = Demain
word-and-others =
    { $count ->
        [one] { $count } autre personne
       *[other] { $count } autres personnes
    }
