### E-mails. Texte seul ; s’il y a un lien, il suit.

mail-greeting = Bonjour { $name },
mail-confirm-subject = Confirmez votre adresse pour { $site }
mail-confirm-body =
    { $minutes ->
        [one] quelqu’un, sans doute vous, a donné cette adresse sur { $site }. Confirmez-la avec le lien ci-dessous. Il est valable { $minutes } minute. Si ce n’était pas vous, ignorez ce message.
        [many] quelqu’un, sans doute vous, a donné cette adresse sur { $site }. Confirmez-la avec le lien ci-dessous. Il est valable { $minutes } minutes. Si ce n’était pas vous, ignorez ce message.
       *[other] quelqu’un, sans doute vous, a donné cette adresse sur { $site }. Confirmez-la avec le lien ci-dessous. Il est valable { $minutes } minutes. Si ce n’était pas vous, ignorez ce message.
    }
mail-sign-in-subject = Votre lien pour { $site }
mail-sign-in-body =
    { $minutes ->
        [one] connectez-vous à { $site } avec le lien ci-dessous. Il sert une fois, pendant { $minutes } minute. Si vous ne l’avez pas demandé, ignorez ce message.
        [many] connectez-vous à { $site } avec le lien ci-dessous. Il sert une fois, pendant { $minutes } minutes. Si vous ne l’avez pas demandé, ignorez ce message.
       *[other] connectez-vous à { $site } avec le lien ci-dessous. Il sert une fois, pendant { $minutes } minutes. Si vous ne l’avez pas demandé, ignorez ce message.
    }
mail-reset-subject = Un nouveau mot de passe pour { $site }
mail-reset-body =
    { $minutes ->
        [one] choisissez un nouveau mot de passe pour { $site } avec le lien ci-dessous. Il sert une fois, pendant { $minutes } minute. Si vous ne l’avez pas demandé, ignorez ce message ; votre mot de passe ne change pas.
        [many] choisissez un nouveau mot de passe pour { $site } avec le lien ci-dessous. Il sert une fois, pendant { $minutes } minutes. Si vous ne l’avez pas demandé, ignorez ce message ; votre mot de passe ne change pas.
       *[other] choisissez un nouveau mot de passe pour { $site } avec le lien ci-dessous. Il sert une fois, pendant { $minutes } minutes. Si vous ne l’avez pas demandé, ignorez ce message ; votre mot de passe ne change pas.
    }
mail-password-changed-subject = Votre mot de passe pour { $site } a changé
mail-password-changed-body = votre mot de passe pour { $site } vient d’être changé et vos sessions sont fermées partout. Si ce n’était pas vous, revenez avec le lien ci-dessous et prévenez les personnes qui s’occupent de ce lieu.
mail-email-changed-subject = Votre adresse sur { $site } a changé
mail-email-changed-body = votre compte sur { $site } a maintenant une autre adresse e-mail. Si ce n’était pas vous, prévenez tout de suite les personnes qui s’occupent de ce lieu.
mail-email-removed-subject = Votre adresse sur { $site } a été retirée
mail-email-removed-body = votre compte sur { $site } n’a plus d’adresse e-mail. Ceci est le dernier message envoyé à celle-ci. Si ce n’était pas vous, prévenez tout de suite les personnes qui s’occupent de ce lieu.
mail-address-claimed-subject = Quelqu’un a saisi votre adresse sur { $site }
mail-address-claimed-body = quelqu’un vient d’indiquer votre adresse e-mail sur { $site }, pour un autre compte. Rien n’a changé pour vous, et cette personne ne sait pas que vous êtes ici. Si c’était vous : vous avez déjà un compte. Si vous avez oublié le mot de passe, choisissez-en un nouveau ici :
mail-suspended-subject = Votre compte sur { $site } est suspendu
mail-suspended-body = votre compte sur { $site } a été suspendu. Le motif : { $reason }
mail-unsuspended-subject = De retour sur { $site }
mail-unsuspended-body = votre compte sur { $site } est de nouveau ouvert. Vous pouvez vous connecter comme avant.
mail-leaving-subject = Votre compte sur { $site } va être supprimé
mail-leaving-body =
    { $days ->
        [one] vous nous avez demandé de supprimer votre compte sur { $site }. Dans { $days } jour il sera effacé pour de bon. Pour le garder, connectez-vous avant.
        [many] vous nous avez demandé de supprimer votre compte sur { $site }. Dans { $days } jours il sera effacé pour de bon. Pour le garder, connectez-vous avant.
       *[other] vous nous avez demandé de supprimer votre compte sur { $site }. Dans { $days } jours il sera effacé pour de bon. Pour le garder, connectez-vous avant.
    }
mail-kept-subject = Votre compte sur { $site } reste
mail-kept-body = vous voilà de retour, votre compte sur { $site } ne sera donc pas supprimé. Si vous voulez toujours partir, redemandez-le ici :
mail-open = Ouvrir { $site }
mail-why = Vous recevez cette lettre parce que vous faites partie de { $site } et que vous n’avez pas désactivé ces envois.
mail-choose = Choisir ce que vous recevez
mail-stop = Ne plus recevoir ce genre de lettre
mail-test-subject = Une lettre de { $site } pour voir si le courrier arrive
mail-test-body = cette lettre est arrivée : l’envoi fonctionne donc. L’endroit où elle se trouve en dit plus : si elle était parmi les indésirables, regardez les enregistrements sur la page ci-dessous.
