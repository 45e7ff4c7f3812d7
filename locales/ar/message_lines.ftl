### أسطر عن المحادثة بين رسائلها، ومن هو هنا، وما يصل من إشعارات.

messages-event-added = { $name }: إضافة { $other }
messages-event-joined = { $name }: انضمام إلى المجموعة
messages-event-left = { $name }: مغادرة المجموعة
messages-event-removed = { $name }: إزالة { $other }
messages-event-renamed = { $name }: تغيير الاسم إلى «{ $title }»
messages-event-unnamed = { $name }: إزالة اسم المجموعة
messages-event-pictured = { $name }: صورة جديدة للمجموعة
messages-event-unpictured = { $name }: إزالة صورة المجموعة
messages-here-now = هنا الآن
messages-presence-link = من يرى أنك هنا الآن
messages-hears = الإشعارات
messages-hears-all = عند كل رسالة
messages-hears-named = عند ذكر اسمي فقط
flash-chat-hears = حُفظ اختيار الإشعارات لهذه المحادثة.
flash-message-restored = عادت الرسالة.
