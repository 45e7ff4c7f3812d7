### كلمات الأزرار والروابط، وكلمات مفردة تتكرر في كل مكان.

action-save = حفظ
action-cancel = إلغاء
action-delete = حذف
action-edit = تعديل
action-confirm = تأكيد
action-close = إغلاق
action-back = رجوع
action-more = المزيد
action-show-more = عرض المزيد
action-show-less = عرض أقل
action-show = عرض
action-hide = إخفاء
action-undo = تراجع
action-search = بحث
action-continue = متابعة
action-next = التالي
action-previous = السابق
action-remove = إزالة
action-add = إضافة
action-send = إرسال
action-copy = نسخ
action-copy-link = نسخ الرابط
action-choose = اختيار
action-change = تغيير
action-accept = قبول
action-decline = رفض
action-open = فتح
action-retry = إعادة المحاولة
action-reload = إعادة تحميل الصفحة
action-report = إبلاغ
action-share = مشاركة
action-download = تنزيل
action-sign-in = تسجيل الدخول
action-sign-out = تسجيل الخروج
word-yes = نعم
word-no = لا
word-optional = اختياري
word-none = لا شيء
word-you = أنت
word-new = جديد
word-today = اليوم
word-yesterday = أمس
word-tomorrow = غدًا
word-and-others =
    { $count ->
        [zero] لا أحد غيرهم
        [one] شخص آخر
        [two] شخصان آخران
        [few] { $count } آخرون
        [many] { $count } آخرون
       *[other] { $count } آخرون
    }
