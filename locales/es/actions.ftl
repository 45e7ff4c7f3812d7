### Palabras de botones y enlaces, y palabras sueltas que se usan en todas partes.

action-save = Guardar
action-cancel = Cancelar
action-delete = Eliminar
action-edit = Editar
action-confirm = Confirmar
action-close = Cerrar
action-back = Volver
action-more = Más
action-show-more = Mostrar más
action-show-less = Mostrar menos
action-show = Mostrar
action-hide = Ocultar
action-undo = Deshacer
action-search = Buscar
action-continue = Continuar
action-next = Siguiente
action-previous = Anterior
action-remove = Quitar
action-add = Añadir
action-send = Enviar
action-copy = Copiar
action-copy-link = Copiar enlace
action-choose = Elegir
action-change = Cambiar
action-accept = Aceptar
action-decline = Rechazar
action-open = Abrir
action-retry = Intentar de nuevo
action-reload = Recargar la página
action-report = Denunciar
action-share = Compartir
action-download = Descargar
action-sign-in = Iniciar sesión
action-sign-out = Cerrar sesión
word-yes = Sí
word-no = No
word-optional = opcional
word-none = Ninguno
word-you = Tú
word-new = Nuevo
word-today = Hoy
word-yesterday = Ayer
word-tomorrow = Mañana
word-and-others =
    { $count ->
        [one] { $count } persona más
       *[other] { $count } personas más
    }
