### Ce qui n’a pas marché et ce qui aide. D’abord les phrases, puis les pages.

error-not-found = Ce contenu n’existe pas, ou il n’est pas partagé avec vous.
error-sign-in-needed = Veuillez d’abord vous connecter.
error-forbidden = Vous ne pouvez pas faire cela ici.
error-invalid = Le formulaire est à revoir. Les notes à côté des champs disent pourquoi.
error-rate-limited =
    { $seconds ->
        [one] Cela fait beaucoup en peu de temps. Réessayez dans { $seconds } seconde.
       *[other] Cela fait beaucoup en peu de temps. Réessayez dans { $seconds } secondes.
    }
error-internal = Quelque chose s’est cassé de notre côté. Rien n’a peut-être été enregistré ; veuillez réessayer.
error-too-large = C’est plus grand que ce qui peut être envoyé ici. Essayez plus petit.
error-overloaded = Il y a énormément de monde en ce moment. Réessayez dans un instant.
error-conflict = Cela a changé pendant que vous l’aviez ouvert. Rechargez la page et regardez de nouveau.
error-config = Les réglages sont inutilisables : { $problem }
error-form-expired = Ce formulaire est resté ouvert trop longtemps, ou votre session a changé depuis. Rechargez la page et renvoyez-le.
error-account-not-active = Votre compte n’est pas actif en ce moment. Sa page dit pourquoi et ce que vous pouvez faire.
error-required = Veuillez remplir ce champ.
error-too-long =
    { $max ->
        [one] C’est trop long : { $max } caractère au maximum.
       *[other] C’est trop long : { $max } caractères au maximum.
    }
error-bad-email = Cela ne ressemble pas à une adresse électronique. En voici la forme : name@example.org.
error-bad-choice = Veuillez choisir une des réponses proposées.
error-bad-number = Veuillez saisir un nombre entier.
error-bad-date = Ce jour n’existe pas. Veuillez vérifier la date.
error-unknown-field = Le formulaire a envoyé quelque chose d’inattendu. Rechargez la page et réessayez.
error-reference = Si vous demandez de l’aide, donnez ce numéro : { $reference }
error-page-401-title = Veuillez vous connecter
error-page-401-text = Cette page est réservée aux membres. Connectez-vous et vous y reviendrez aussitôt.
error-page-403-title = Cela ne vous est pas ouvert
error-page-404-title = Il n’y a rien ici
error-page-404-text = La page a peut-être été supprimée, l’adresse mal saisie, ou elle n’est pas partagée avec vous. Vérifiez l’adresse ou cherchez ce que vous vouliez trouver.
error-page-404-visitor = Si vous avez un compte ici, connectez-vous : certaines pages sont réservées aux membres.
error-page-409-title = Cela a changé
error-page-413-title = C’est trop volumineux
error-page-422-title = Il faut y regarder de nouveau
error-page-429-title = Un instant, s’il vous plaît
error-page-500-title = Quelque chose s’est cassé de notre côté
error-page-500-text = Vous n’y êtes pour rien, et la cause a été notée. Réessayez ; si cela persiste, prévenez les personnes qui gèrent cette communauté.
error-page-503-title = De retour dans un instant
error-page-503-text = Ce site est très sollicité ou en cours d’entretien. Veuillez réessayer sous peu.
