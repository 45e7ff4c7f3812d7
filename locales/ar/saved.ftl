### المنشورات المحفوظة: المجلدات والتذكيرات.

saved-all = الكل
saved-folders = المجلدات
saved-folder-tab = { $name } ({ $count })
saved-folder = المجلد
saved-no-folder = بلا مجلد
saved-move = نقل
saved-remind = ذكّرني
saved-reminded = تذكير: { $when }
saved-remind-hint = بتوقيت منطقتك، { $zone }. اتركه فارغًا إن لم ترد تذكيرًا.
saved-remind-too-soon = اختر وقتًا لم يأتِ بعد.
saved-reminders-many = لديك بالفعل { $limit } من التذكيرات. أزل واحدًا أولًا.
saved-folder-name = اسم المجلد
saved-folder-new = مجلد جديد
saved-folder-hint = مثل الوصفات، أو للقراءة. لا يراه أحد غيرك.
saved-folder-create = إنشاء مجلد
saved-folder-delete = حذف المجلد
saved-folder-delete-text = تبقى المنشورات التي فيه محفوظة.
saved-folder-name-missing = أعطِ المجلد اسمًا.
saved-folder-name-taken = لديك مجلد بهذا الاسم بالفعل.
saved-folders-many = لديك بالفعل { $limit } من المجلدات. احذف واحدًا أولًا.
flash-folder-made = المجلد جاهز.
flash-folder-saved = تغيّر اسم المجلد.
flash-folder-deleted = حُذف المجلد.
flash-saved-moved = نُقل.
flash-reminder-set = سنذكّرك.
flash-reminder-dropped = لم يعد هناك تذكير.
