### Comments: under posts and on a page of their own.

comments-comments = التعليقات
comments-comment = تعليق
comments-count =
    { $count ->
        [zero] لا تعليقات
        [one] تعليق واحد
        [two] تعليقان
        [few] { $count } تعليقات
        [many] { $count } تعليقًا
       *[other] { $count } تعليق
    }
comments-see-more =
    { $count ->
        [zero] عرض التعليقات
        [one] عرض تعليق آخر
        [two] عرض تعليقين آخرين
        [few] عرض { $count } تعليقات أخرى
        [many] عرض { $count } تعليقًا آخر
       *[other] عرض { $count } تعليق آخر
    }
comments-more-replies =
    { $count ->
        [zero] عرض الردود
        [one] عرض رد آخر
        [two] عرض ردين آخرين
        [few] عرض { $count } ردود أخرى
        [many] عرض { $count } ردًا آخر
       *[other] عرض { $count } رد آخر
    }
comments-all = كل التعليقات
comments-newest = الأحدث أولًا
comments-oldest = من البداية
comments-none = لم يعلّق أحد بعد.
comments-gone = هذا التعليق لم يعد موجودًا.
comments-closed = التعليقات مغلقة.
comments-close = إغلاق التعليقات
comments-open = فتح التعليقات من جديد
comments-write = اكتب تعليقًا…
comments-yours = تعليقك
comments-reply = رد
comments-reply-to = ردّك على { $name }
comments-answers = يرد على
comments-edit = تعديل التعليق
comments-delete-title = حذف هذا التعليق؟
comments-delete-text = يمكنك التراجع خلال عشر ثوانٍ.
comments-who = من يمكنه التعليق
comments-who-same = كل من يراه
comments-who-friends = الأصدقاء
comments-who-people = أشخاص معيّنون
comments-who-nobody = لا أحد
comments-text-missing = اكتب شيئًا أولًا.
comments-text-too-long = النص أطول من المسموح بمقدار { $over } حرف. أقصى طول للتعليق { $limit }.
comments-not-allowed = لا يمكنك التعليق على هذا المنشور.
flash-comment-deleted = حُذف التعليق.
flash-comment-restored = عاد التعليق.
flash-comments-closed = أُغلقت التعليقات.
flash-comments-open = فُتحت التعليقات من جديد.
comments-photo = إضافة صورة
comments-photo-kept = حُفظت وستُرسل مع التعليق.
comments-photo-drop = إزالة الصورة
comments-save = حفظ
comments-unsave = إزالة من المحفوظات
comments-saved = التعليقات المحفوظة
comments-saved-posts = المنشورات المحفوظة
comments-saved-empty-title = لا تعليق محفوظًا بعد
comments-saved-empty-text = ما تحفظه من تعليقات ينتظرك هنا. لا يراه أحد غيرك.
flash-comment-saved = تم الحفظ. تجده ضمن التعليقات المحفوظة.
flash-comment-unsaved = أُزيل من المحفوظات.
