### Enlaces de invitación y papeles.

invite-title = Invitaciones
invite-text = Quien tenga tu enlace o tu papel puede unirse. Puedes retirarlo cuando quieras.
invite-fresh = Tu nuevo enlace
invite-link = Enlace de invitación
invite-copied = Enlace copiado
invite-slips = Papeles para imprimir
invite-new = Nueva invitación
invite-uses = Cuántas personas
invite-uses-hint = Vacío para cualquier número.
invite-uses-hint-member = Mejor un enlace por persona.
invite-days = Cuántos días vale
invite-days-hint = Vacío para que no acabe.
invite-days-hint-member = Hasta 30 días.
invite-note = Nota para ti
invite-note-hint = Opcional, por ejemplo para quién es. La persona invitada no la ve.
invite-make = Crear invitación
invite-mine = Tus invitaciones
invite-others = Invitaciones vigentes de otras personas
invite-code = Código
invite-used = Usada
invite-used-of = { $uses } de { $most }
invite-until = Vale hasta
invite-for-ever = sin fin
invite-revoke = Retirar
invite-revoke-title = ¿Retirar esta invitación?
invite-revoke-text = Nadie más podrá unirse con ella. Quienes ya entraron se quedan.
flash-invite-revoked = La invitación se ha retirado.
invite-unknown = No existe esa invitación. Revisa el código o pide otra.
invite-revoked = Esta invitación se ha retirado. Pide otra.
invite-expired = Esta invitación ha caducado. Pide otra.
invite-used-up = Esta invitación está agotada. Pide otra.
invite-state-revoked = Retirada
invite-state-expired = Caducada
invite-state-used-up = Agotada
invite-uses-range = Escribe un número entre 1 y { $most }.
invite-days-range = Escribe un número entre 1 y { $most }.
invite-room =
    { $count ->
        [one] Puedes invitar a { $count } persona más este mes.
       *[other] Puedes invitar a { $count } personas más este mes.
    }
invite-no-room = Has agotado las invitaciones de este mes. Retira una sin usar o espera un poco.
invite-not-yet = Todavía no puedes invitar a nadie. Pueden quienes llevan un tiempo participando, si la comunidad lo permite; quienes llevan este lugar pueden siempre.
invite-closed = Ahora no puede unirse nadie, así que tampoco hay invitaciones.
invite-no-admin = Todavía no hay nadie en la administración en cuyo nombre invitar.
invite-slips-title = Papeles para repartir
invite-slips-text = Imprime esta página y recorta los papeles.
invite-slips-count = Cuántos papeles
invite-qr = Código QR del enlace de abajo
invite-slip-text = Apunta aquí con la cámara del teléfono y únete.
invite-slip-until = Vale hasta el { $date }
