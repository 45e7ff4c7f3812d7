### Liens d’invitation et billets.

invite-title = Invitations
invite-text = Qui a votre lien ou votre billet peut rejoindre. Vous pouvez le retirer à tout moment.
invite-fresh = Votre nouveau lien
invite-link = Lien d’invitation
invite-copied = Lien copié
invite-slips = Billets à imprimer
invite-new = Nouvelle invitation
invite-uses = Combien de personnes
invite-uses-hint = Vide pour un nombre quelconque.
invite-uses-hint-member = Le mieux : un lien par personne.
invite-days = Valable combien de jours
invite-days-hint = Vide pour sans fin.
invite-days-hint-member = Jusqu’à 30 jours.
invite-note = Note pour vous
invite-note-hint = Facultatif, par exemple pour qui. La personne invitée ne la voit pas.
invite-make = Créer l’invitation
invite-mine = Vos invitations
invite-others = Invitations valables des autres
invite-code = Code
invite-used = Utilisée
invite-used-of = { $uses } sur { $most }
invite-until = Valable jusqu’au
invite-for-ever = sans fin
invite-revoke = Retirer
invite-revoke-title = Retirer cette invitation ?
invite-revoke-text = Plus personne ne pourra rejoindre par elle. Les personnes déjà là restent.
flash-invite-revoked = L’invitation a été retirée.
invite-unknown = Cette invitation n’existe pas. Vérifiez le code ou demandez-en une autre.
invite-revoked = Cette invitation a été retirée. Demandez-en une autre.
invite-expired = Cette invitation a expiré. Demandez-en une autre.
invite-used-up = Cette invitation est épuisée. Demandez-en une autre.
invite-state-revoked = Retirée
invite-state-expired = Expirée
invite-state-used-up = Épuisée
invite-uses-range = Entrez un nombre entre 1 et { $most }.
invite-days-range = Entrez un nombre entre 1 et { $most }.
invite-room =
    { $count ->
        [one] Vous pouvez inviter encore { $count } personne ce mois-ci.
       *[other] Vous pouvez inviter encore { $count } personnes ce mois-ci.
    }
invite-no-room = Vous avez épuisé les invitations de ce mois. Retirez-en une inutilisée ou attendez un peu.
invite-not-yet = Vous ne pouvez encore inviter personne. Les membres qui participent depuis un certain temps le peuvent, si la communauté le permet ; les responsables le peuvent toujours.
invite-closed = Personne ne peut rejoindre pour l’instant, il n’y a donc pas d’invitations non plus.
invite-no-admin = Il n’y a pas encore d’administrateur au nom de qui inviter.
invite-slips-title = Billets à distribuer
invite-slips-text = Imprimez cette page et découpez les billets.
invite-slips-count = Combien de billets
invite-qr = Code QR du lien ci-dessous
invite-slip-text = Pointez l’appareil photo de votre téléphone ici pour nous rejoindre.
invite-slip-until = Valable jusqu’au { $date }
