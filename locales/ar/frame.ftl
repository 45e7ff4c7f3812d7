### The frame of every page: bars, menus, footer, and the shells that scripts fill.

frame-skip = الانتقال إلى المحتوى
frame-navigation = القائمة الرئيسية
frame-home = الرئيسية
frame-friends = الأصدقاء
frame-people = الناس
frame-photos = صورك
frame-saved = المحفوظات
frame-invitations = الدعوات
frame-settings = الإعدادات
frame-staff = رعاية هذا المكان
frame-approvals = طلبات الانضمام
frame-admin = الإدارة
frame-account = حسابك
frame-you = أنت
frame-post = نشر
frame-new-post = منشور جديد
frame-sign-in = تسجيل الدخول
frame-sign-out = تسجيل الخروج
frame-join = انضم إلينا
frame-language = اللغة
frame-theme = الألوان
frame-theme-light = فاتح
frame-theme-dark = داكن
frame-theme-auto = مثل الجهاز
frame-about = عن المكان
frame-rules = القواعد
frame-terms = الشروط
frame-privacy = الخصوصية
frame-imprint = بيانات الجهة
frame-contact = اتصل بنا
frame-aside = المزيد هنا
frame-loading = جارٍ التحميل
frame-offline = لا يوجد اتصال الآن. ما كتبته ما زال هنا، حاول مجددًا حين يعود الاتصال.
frame-not-done = لم ينجح ذلك. ما كتبته ما زال هنا، حاول مجددًا بعد لحظات.
frame-signed-out = لقد سُجّل خروجك. سجّل الدخول من جديد في علامة تبويب أخرى، وسيبقى ما كتبته هنا.
frame-sure = هل أنت متأكد؟
frame-viewer = صورة
frame-proof-working = نتحقق من أنك إنسان. يستغرق ذلك بضع ثوانٍ.
frame-proof-done = كل شيء على ما يرام، يمكنك إرسال النموذج.
frame-proof-failed = لم ينجح التحقق. يمكنك إرسال النموذج على أي حال.
frame-friends-waiting =
    { $count ->
        [0] الأصدقاء
        [zero] الأصدقاء
        [one] الأصدقاء، طلب واحد ينتظر
        [two] الأصدقاء، طلبان ينتظران
        [few] الأصدقاء، { $count } طلبات تنتظر
        [many] الأصدقاء، { $count } طلبًا ينتظر
       *[other] الأصدقاء، { $count } طلب ينتظر
    }
frame-approvals-waiting =
    { $count ->
        [0] طلبات الانضمام
        [zero] طلبات الانضمام
        [one] طلبات الانضمام، طلب واحد ينتظر
        [two] طلبات الانضمام، طلبان ينتظران
        [few] طلبات الانضمام، { $count } طلبات تنتظر
        [many] طلبات الانضمام، { $count } طلبًا ينتظر
       *[other] طلبات الانضمام، { $count } طلب ينتظر
    }
