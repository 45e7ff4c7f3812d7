### Posts: the card, the composer, what is done to a post.

posts-ask = بماذا تفكر يا { $name }؟
posts-ask-wall = اكتب شيئًا إلى { $name }
posts-on-wall = على صفحة { $name }
posts-text = منشورك
posts-write = اكتب شيئًا
posts-post-to = نشر إلى { $audience }
posts-share-title = مشاركة منشور
posts-more-options = خيارات أخرى
posts-cover = إخفاء المحتوى خلف تنبيه
posts-cover-hint = مثلًا: نهاية الفيلم
posts-language = اللغة
posts-language-auto = بحسب النص
posts-formatting = التنسيق
posts-bold = غامق
posts-italic = مائل
posts-bullets = قائمة
posts-quote = اقتباس
posts-link = رابط
posts-photos-add = أضف صورًا
posts-photos-add-hint = يمكنك وصفها عند تعديل المنشور.
posts-photos-most = حتى { $limit } صورة.
posts-photo-describe = صف هذه الصورة
posts-photo-describe-hint = لمن لا يستطيع رؤيتها
posts-photo-keep = احتفظ بهذه الصورة
posts-photo-remove = إزالة الصورة
posts-photo-up = نقل لأعلى
posts-photo-sending = جارٍ الإرسال
posts-photo-failed = تعذّر إرسال هذه الصورة. حاول مرة أخرى.
posts-photo-number = صورة { $number }
posts-photos-too-many = هذه صور كثيرة لمنشور واحد. الحد الأقصى { $limit }.
posts-photos-only = لا يمكن إضافة غير الصور هنا. تُركت الملفات الأخرى.
posts-text-missing = اكتب شيئًا أو أضف صورة.
posts-text-too-long = النص أطول من المسموح بمقدار { $over } حرف. أقصى طول للمنشور { $limit }.
posts-cover-too-long = نص التنبيه أطول بمقدار { $over } حرف. الحد الأقصى { $limit }.
posts-language-unknown = اختر لغة من القائمة.
posts-newcomer-photos =
    { $limit ->
        [zero] لأنك جديد هنا لا يمكن إضافة صور بعد.
        [one] لأنك جديد هنا يمكن أن يحتوي المنشور على صورة واحدة.
        [two] لأنك جديد هنا يمكن أن يحتوي المنشور على صورتين.
        [few] لأنك جديد هنا يمكن أن يحتوي المنشور على { $limit } صور.
        [many] لأنك جديد هنا يمكن أن يحتوي المنشور على { $limit } صورة.
       *[other] لأنك جديد هنا يمكن أن يحتوي المنشور على { $limit } صورة.
    }
posts-photos-grow-first =
    بعد حضورك هنا في { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    } وكتابتك { $posts ->
        [zero] { $posts } منشور
        [one] منشورًا واحدًا
        [two] منشورين
        [few] { $posts } منشورات
        [many] { $posts } منشورًا
       *[other] { $posts } منشور
    } يصبح الحد الأقصى { $next }.
posts-photos-grow =
    بعد حضورك هنا في { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    } وكتابتك { $posts ->
        [zero] { $posts } منشور
        [one] منشورًا واحدًا
        [two] منشورين
        [few] { $posts } منشورات
        [many] { $posts } منشورًا
       *[other] { $posts } منشور
    } وتعليق { $people ->
        [zero] { $people } شخص
        [one] شخص واحد
        [two] شخصين
        [few] { $people } أشخاص
        [many] { $people } شخصًا
       *[other] { $people } شخص
    } عليها يصبح الحد الأقصى { $next }.
posts-newcomer-links =
    { $limit ->
        [zero] لأنك جديد هنا لا يمكن إضافة روابط بعد.
        [one] لأنك جديد هنا يمكن أن يحتوي النص على رابط واحد.
        [two] لأنك جديد هنا يمكن أن يحتوي النص على رابطين.
        [few] لأنك جديد هنا يمكن أن يحتوي النص على { $limit } روابط.
        [many] لأنك جديد هنا يمكن أن يحتوي النص على { $limit } رابطًا.
       *[other] لأنك جديد هنا يمكن أن يحتوي النص على { $limit } رابط.
    }
posts-newcomer-mentions =
    { $limit ->
        [zero] لأنك جديد هنا لا يمكن ذكر أشخاص بعد.
        [one] لأنك جديد هنا يمكن أن يذكر النص شخصًا واحدًا.
        [two] لأنك جديد هنا يمكن أن يذكر النص شخصين.
        [few] لأنك جديد هنا يمكن أن يذكر النص { $limit } أشخاص.
        [many] لأنك جديد هنا يمكن أن يذكر النص { $limit } شخصًا.
       *[other] لأنك جديد هنا يمكن أن يذكر النص { $limit } شخص.
    }
posts-newcomer-pace =
    { $limit ->
        [zero] لأنك جديد هنا لا يمكنك النشر بعد. عد غدًا.
        [one] لأنك جديد هنا يمكنك كتابة منشور واحد في اليوم. عد غدًا.
        [two] لأنك جديد هنا يمكنك كتابة منشورين في اليوم. عد غدًا.
        [few] لأنك جديد هنا يمكنك كتابة { $limit } منشورات في اليوم. عد غدًا.
        [many] لأنك جديد هنا يمكنك كتابة { $limit } منشورًا في اليوم. عد غدًا.
       *[other] لأنك جديد هنا يمكنك كتابة { $limit } منشور في اليوم. عد غدًا.
    }
posts-by = منشور من { $name }
posts-former-member = عضو سابق
posts-more = المزيد عن هذا المنشور
posts-see-more = عرض المزيد
posts-edited = معدّل
posts-pinned = مثبّت
posts-pin = تثبيت على صفحتي
posts-unpin = إلغاء التثبيت
posts-save = حفظ لوقت لاحق
posts-unsave = إزالة من المحفوظات
posts-saved = المحفوظات
posts-saved-empty-title = لا شيء محفوظ بعد
posts-saved-empty-text = ما تحفظه من قائمة المنشور ينتظرك هنا. لا يراه أحد غيرك.
posts-tag-empty-title = لا شيء هنا بعد
posts-tag-empty-text = هنا تظهر المنشورات التي تحمل هذا الوسم ويمكنك رؤيتها.
posts-link-copied = نُسخ الرابط
posts-edit = تعديل المنشور
posts-change-audience = تغيير من يمكنه رؤيته
posts-history = ما قاله هذا المنشور
posts-history-text = كل من يرى المنشور يرى تعديلاته.
posts-see-changes = عرض التعديلات
posts-says-now = منذ { $time }
posts-said-from = من { $time }
posts-photos-changed = تغيّرت الصور وبقي النص كما هو
posts-back-to-post = العودة إلى المنشور
posts-delete-title = حذف هذا المنشور؟
posts-delete-text = يمكنك التراجع خلال عشر ثوانٍ. بعدها يختفي نهائيًا مع صوره وتعليقاته.
posts-wrote-to = كتب إلى
posts-shared-a-post = شارك منشورًا
posts-original-gone = المنشور الأصلي لم يعد موجودًا أو ليس متاحًا لك.
posts-share-count =
    { $count ->
        [zero] لا مشاركات
        [one] مشاركة واحدة
        [two] مشاركتان
        [few] { $count } مشاركات
        [many] { $count } مشاركة
       *[other] { $count } مشاركة
    }
posts-filtered = مخفي بسبب مرشّحك: { $word }
flash-posted = منشورك الآن هنا.
flash-post-changed = تم الحفظ. تبقى الكلمات السابقة مقروءة تحت «معدّل».
flash-post-deleted = حُذف المنشور.
flash-post-restored = عاد المنشور.
flash-undo-too-late = فات وقت التراجع.
flash-post-pinned = ثُبّت على صفحتك.
flash-post-unpinned = لم يعد مثبّتًا.
flash-post-saved = تم الحفظ. تجده ضمن المحفوظات.
flash-post-unsaved = أُزيل من المحفوظات.

# المنشور نفسه بلغات أخرى.
posts-language-add = إضافة لغة أخرى
posts-language-number = اللغة { $number }
posts-language-choose = اختر اللغة
posts-language-text = النص نفسه بهذه اللغة
posts-language-text-hint = يرى كل شخص النص الأنسب له، مع رابط إلى النصوص الأخرى.
posts-language-room = مكان للغة أخرى
posts-language-missing = اختر لغة هذا النص.
posts-language-twice = هناك نص آخر في هذا المنشور بهذه اللغة.
posts-languages-too-many = يمكن أن يكون المنشور بعدد من اللغات لا يزيد على { $limit }.
