<#macro list facts>
<dl>
<#list facts as fact>
<div><dt>${fact.name}</dt><dd>${fact.value}</dd></div>
</#list>
</dl>
</#macro>
<section aria-labelledby="facts">
<h2 id="facts">Where this comes from</h2>
<@list page.facts/>
<details><summary>All settings</summary><@list page.settings/></details>
</section>
